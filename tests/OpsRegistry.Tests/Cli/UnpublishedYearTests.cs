using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A contract that runs into a year without working calendar: what needs that year is said and not guessed, with exit code 3.</summary>
public sealed class UnpublishedYearTests
{
    [Theory]
    [InlineData("score")]
    [InlineData("settle")]
    [InlineData("sla")]
    public void A_report_in_office_hours_of_2027_ends_with_3_and_names_the_day(string verb)
    {
        using var registry = WithReportIn2027();
        var outcome = registry.Run(verb, "changning-2026", "--as-of", "2027-01-10", "--lang", "en");
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("calendar covered to '2026-12-31', but '2027-01-04' is needed", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_contract_up_to_the_last_covered_day_ends_with_0()
    {
        using var registry = WithReportIn2027();
        var outcome = registry.Run("score", "changning-2026", "--as-of", "2026-12-31", "--lang", "en");
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
    }

    [Fact]
    public void A_cut_off_in_2027_ends_with_3_even_where_nothing_happened_there()
    {
        using var registry = TemporaryRegistry.Of("changning-2026");
        var outcome = registry.Run("score", "changning-2026", "--as-of", "2027-02-01", "--lang", "en");
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("calendar covered to '2026-12-31', but '2027-01-01' is needed", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, registry.Run("score", "changning-2026", "--as-of", "2027-02-01", "--provisional").Exit);
    }

    [Fact]
    public void A_payment_whose_last_day_lies_in_2027_is_settled_without_a_day_and_ends_with_3()
    {
        using var registry = TemporaryRegistry.Of("changning-2026");
        registry.Record("Invoice", "2026-12-15", "  tranche: first\n  receivedOn: 2026-12-15\n  amount: \"600000.00\"");
        var outcome = registry.Run("settle", "changning-2026", "--as-of", "2026-12-20", "--lang", "en");
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("calendar covered to '2026-12-31', but '2027-01-01' is needed", outcome.Output, StringComparison.Ordinal);
    }

    private static TemporaryRegistry WithReportIn2027() => TemporaryRegistry.Of("changning-2026").Record("Incident", "2027-01-04", """
          summary: 登录缓慢
          category: fault
          systems: [base-authentication]
          channel: phone
          reportedAt: 2027-01-04T10:00:00+08:00
          respondedAt: 2027-01-04T10:10:00+08:00
          attributable: false
          causeCategory: unknown
        """);
}
