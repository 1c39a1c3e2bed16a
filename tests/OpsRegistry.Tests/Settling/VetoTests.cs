using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Of several vetoes that are given, the first of the scorecard decides.</summary>
public sealed class VetoTests
{
    private const string Leak = "    - id: leak\n", Other = "    - id: other\n      title: {zh: 另一项, en: Another}\n      records: {kind: Incident, where: {dataLeak: true}}\n      atLeast: 1\n      band: good\n      clauses: [900 九 L80]\n";

    [Theory]
    [InlineData(Leak, "other good")]
    [InlineData("  settlement:\n", "leak poor")]
    public void The_first_of_two_decides(string before, string expected)
    {
        var assessment = HarbourEdits.Result(new(2026, 9, 30), ("scorecard.yaml", before, Other + before)).Periods[2].Assessment;
        Assert.Equal(expected, $"{assessment.Veto?.Id} {assessment.Band?.Id}");
    }
}
