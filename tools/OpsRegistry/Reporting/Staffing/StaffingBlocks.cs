using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Staffing;

/// <summary>A contract's posts: what is asked for, who held the post, and on which days something was lacking.</summary>
internal static class StaffingBlocks
{
    /// <summary>The posts and watches of one contract as blocks.</summary>
    public static IReadOnlyList<Block> For(ContractFolder folder, IReadOnlyList<StaffingDays> staffing, IReadOnlyList<WatchDays> watches) =>
    [
        ContractBlocks.Heading(folder),
        .. staffing.Count == 0 ? [new Block.Paragraph(new("合同没有人员要求", "the contract asks for no staff"))] : staffing.SelectMany(PostBlocks),
        .. watches.Count == 0 ? [] : Block.Part(WatchTable.For(watches)),
    ];

    private static IEnumerable<Block> PostBlocks(StaffingDays post)
    {
        var (title, asked, headcount) = (post.Requirement.Title, StaffingTable.AskedBy(post.Requirement), post.Requirement.Headcount);
        yield return new Block.Heading(new($"{title.Zh}  {asked.Zh}", $"{title.En}  {asked.En}"), post.Requirement.Id) { Level = 2 };
        yield return new Block.TableBlock(HolderTable.Of(post));
        foreach (var words in post.TooFew.Select(gap => Gap(gap, new($"到岗 {gap.Found} 人，应有 {headcount} 人", $"{gap.Found} of {headcount} there")))
            .Concat(post.TooFewCame.Select(gap => Gap(gap, new($"到岗表 {gap.Found} 人，应到 {headcount} 人", $"{gap.Found} of {headcount} came"))))
            .Concat(UnrecordedOf(post.Unrecorded))
            .Concat(post.TooFewQualified.Except(post.TooFew).Select(gap => Gap(gap, new($"符合全部要求 {gap.Found} 人，应有 {headcount} 人", $"{gap.Found} of {headcount} as required")))))
        {
            yield return new Block.Paragraph(new($"⚠ {words.Zh}", $"⚠ {words.En}")) { Tone = Tone.Warning };
        }
    }

    private static Text Gap(StaffingGap gap, Text found)
    {
        var days = new Value.Days(gap.Days);
        return new($"{ValueText.Show(days, Language.Zh)}：{found.Zh}（{gap.Days.Days} 天）", $"{ValueText.Show(days, Language.En)}: {found.En} ({English.Count(gap.Days.Days, "day")})");
    }

    private static IEnumerable<Text> UnrecordedOf(IReadOnlyList<LocalDate> days) => days.Count == 0 ? [] :
    [
        new(
            $"{days.Count} 个工作日没有到岗记录，首个 {Clocks.Moment.Show(days[0])}",
            $"no record of presence on {English.Count(days.Count, "working day")}, the first {Clocks.Moment.Show(days[0])}"),
    ];
}
