using OpsRegistry.Tests.Scoring;
using OpsRegistry.Tests.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The table of what a low score withholds, on the committed formula.</summary>
public sealed class ShortfallTableTests
{
    public static TheoryData<string> Rows => CommittedFiles.Ids("shortfall.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void A_score_withholds_what_the_table_says(string id)
    {
        var row = CommittedFiles.Row("shortfall.yaml", id);
        Assert.Equal(row.Number("yuan")!.Value, Quarter.Of("fujian-2023").SettlementOf(row.Number("score")!.Value).Total);
    }
}
