using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Due;

/// <summary>What is due and overdue, for the terminal: the earliest first, with points and yuan.</summary>
public static class DueText
{
    /// <summary>Writes the list, then what all of it together would cost.</summary>
    public static void Write(TextWriter output, DueList list, Language language)
    {
        output.WriteLine(Tone.Heading, new Text(
            $"截至 {Moment.ShowEnd(list.AsOf)}，列至 {Moment.Show(list.Until)}",
            $"as of {Moment.ShowEnd(list.AsOf)}, up to {Moment.Show(list.Until)}").In(language));
        output.WriteLine();
        if (list.Items.Count == 0)
        {
            output.WriteLine("  " + new Text("没有到期或逾期事项", "nothing is due or overdue").In(language));
            return;
        }

        var table = new TextTable(
            ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right, ColumnAlignment.Right, ColumnAlignment.Left);
        table.Head(new Text[]
        {
            new("到期", "due"), new("状态", "state"), new("合同", "contract"), new("事项", "what"), new("名称", "which"), new("分", "points"), new("元", "yuan"), new("", ""),
        }.Select(head => head.In(language)).ToArray());
        foreach (var item in list.Items)
        {
            table.Add(
                item.WholeDay ? Moment.Show(item.LastDay) : Moment.Show(item.Due),
                new TonedCell(StateWords(item).In(language), item.Overdue ? Tone.Bad : Tone.Warning),
                item.Contract,
                item.Title.In(language) + (item.Service is null ? "" : $"  {item.Service}"),
                item.Name,
                PointsOf(item.Stake),
                item.Stake is { } stake ? Yuan.Show(stake.Yuan).In(language) : "",
                Remarks(item).In(language));
        }

        table.Write(output, "  ");
        WriteTogether(output, list, language);
    }

    /// <summary>Overdue or coming.</summary>
    public static Text StateWords(DueItem item) => item.Overdue ? new("逾期", "overdue") : new("将到期", "due");

    private static void WriteTogether(TextWriter output, DueList list, Language language)
    {
        if (list.AtStake.Count > 0)
        {
            output.WriteLine();
        }

        foreach (var (assessment, stake) in list.AtStake)
        {
            output.WriteLine("  " + new Text(
                $"{assessment.Measurement.Folder.Name} {assessment.Period.Id}：若将到期的都没做到：再失 {PointsOf(stake)} 分，得分 {Points.Show(stake.Total)}，多扣（元）{Yuan.Show(stake.Yuan).Zh}",
                $"{assessment.Measurement.Folder.Name} {assessment.Period.Id}: if none of what is due is done: {PointsOf(stake)} more points lost, score {Points.Show(stake.Total)}, yuan more deducted {Yuan.Show(stake.Yuan).En}").In(language));
        }
    }

    private static string PointsOf(Stake? stake) => stake is null ? "" : stake.Points is { } points ? Points.Plain(points) : "—";

    private static Text Remarks(DueItem item)
    {
        var counted = item is { Overdue: true, Stake: not null } ? new Text("已计入得分", "counted in the score") : Text.Same("");
        var daily = item.PointsPerDay is { } points ? new Text($"每逾期一天 {Points.Plain(points)} 分", $"{Points.Plain(points)} for each day late") : Text.Same("");
        var provisional = item.Provisional ? new Text("暂定", "provisional") : Text.Same("");
        Text[] remarks = [counted, daily, provisional];
        return new(
            string.Join("，", remarks.Select(remark => remark.Zh).Where(words => words.Length > 0)),
            string.Join(", ", remarks.Select(remark => remark.En).Where(words => words.Length > 0)));
    }
}
