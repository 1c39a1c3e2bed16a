using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>The first invoice and its payment, in time. The amount is made up: the document names no contract total.</summary>
internal static class MoneyStory
{
    private const string Note = "金额为演示数字，文件没有合同总额";

    /// <summary>The invoice and the payment.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        new("Invoice", Clock.Start(Clock.Day("2026-07-08")), new()
        {
            { "tranche", "first" },
            { "receivedOn", Clock.Day("2026-07-08") },
            { "amount", 600000m },
        })
        { Note = Note },
        new("Payment", Clock.Start(Clock.Day("2026-07-24")), new()
        {
            { "tranche", "first" },
            { "paidOn", Clock.Day("2026-07-24") },
            { "amount", 600000m },
        })
        { Note = Note },
    ];
}
