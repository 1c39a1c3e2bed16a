using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Waiting;

/// <summary>What waits for whom: how much for each party, then the list.</summary>
internal static class WaitingBlocks
{
    /// <summary>The list as blocks.</summary>
    public static IReadOnlyList<Block> For(WaitingList list) =>
    [
        new Block.Heading(HeadingOf(list), WaitingTable.Id),
        new Block.TableBlock(WaitingTable.For(list)),
    ];

    private static Text HeadingOf(WaitingList list)
    {
        var counts = list.Items.CountBy(item => item.For).OrderBy(pair => pair.Key).Select(pair => new Text($"{pair.Key.Title().Zh} {pair.Value} 项", $"{pair.Key.Title().En} {pair.Value}")).ToList();
        var day = CutOffWords.Of(list.CutOffs);
        return counts.Count == 0
            ? new($"截至 {day.Zh}，没有待办", $"as of {day.En}, nothing waits")
            : new($"截至 {day.Zh}，等待{string.Join("，", counts.Select(count => count.Zh))}", $"as of {day.En}, waiting for {string.Join(", ", counts.Select(count => count.En))}");
    }
}
