using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>The first payment: half of the contract total, a month after signing at the latest.</summary>
internal static class MoneyStory
{
    /// <summary>The invoice and the payment.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        new("Invoice", Clock.At("2025-12-16 00:00"), new() { { "tranche", "first" }, { "receivedOn", Clock.Day("2025-12-16") }, { "amount", 1272500.00m } }),
        new("Payment", Clock.At("2025-12-30 00:00"), new() { { "tranche", "first" }, { "paidOn", Clock.Day("2025-12-30") }, { "amount", 1272500.00m } }),
    ];
}
