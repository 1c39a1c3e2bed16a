using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Due;

/// <summary>What is due and overdue: the earliest first, with points and yuan, then what all of it together would cost.</summary>
internal static class DueBlocks
{
    /// <summary>The list as blocks.</summary>
    public static IReadOnlyList<Block> For(DueList list) =>
    [
        new Block.Heading(HeadingOf(CutOffWords.Of(list.CutOffs), Moment.Show(list.Until)), "due"),
        new Block.TableBlock(DueTable.For(list.Items)),
        .. list.AtStake.Select(pair => new Block.Paragraph(Together(pair.Assessment, pair.Stake))),
    ];

    private static Text HeadingOf(Text asOf, string until) => new($"截至 {asOf.Zh}，列至 {until}", $"as of {asOf.En}, up to {until}");

    private static Text Together(Assessing.Assessment assessment, Stake stake)
    {
        var contract = assessment.Measurement.Folder.Terms.Title;
        var (points, score) = (ValueText.Show(Value.PointsOf(stake.Points), Language.Zh), Assessing.Points.Show(stake.Total));
        return new(
            $"{contract.Zh} {assessment.Period.Id}：若将到期的都没做到：再失 {points} 分，得分 {score}，多扣（元）{Yuan.Show(stake.Yuan).Zh}",
            $"{contract.En} {assessment.Period.Id}: if none of what is due is done: {ValueText.Show(Value.PointsOf(stake.Points), Language.En)} more points lost, score {score}, yuan more deducted {Yuan.Show(stake.Yuan).En}");
    }
}
