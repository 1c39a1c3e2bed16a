using OpsRegistry.Assessing;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.ScoreRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A line of the form; a group's subtotal where it has no indicator.</summary>
internal sealed record ScoreRow(IndicatorGroup Group, IReadOnlyList<IndicatorScore> Scores, IndicatorScore? Line);

/// <summary>评分表: the source's own form; its scores are formulas over the deductions.</summary>
internal static class ScoreTable
{
    public const string Id = "score", Marks = "marks", Score = "score";

    private const int ShownReasons = 3;

    private static readonly Text NoDeduction = new("无扣分", "nothing deducted");

    public static Table<ScoreRow> For(Assessment assessment, Scorecard scorecard) => new(Id, scorecard.Title, Columns, RowsOf(assessment).ToList())
    {
        Group = row => row.Group.Id,
        Subtotal = row => row.Line is null,
        Foot = Totals(assessment, scorecard).ToList(),
    };

    private static IEnumerable<ScoreRow> RowsOf(Assessment assessment) =>
        from scores in assessment.Indicators.GroupBy(score => score.Group)
        let all = scores.ToList()
        from line in all.Cast<IndicatorScore?>().Append(null)
        select new ScoreRow(scores.Key, all, line);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Label("group", new("一级指标", "group"), row => Both(title => $"{row.Group.Id}\n{title(row.Group.Title)}\n（{Points.Plain(row.Group.Marks)}）")) with { Width = 15, IsOfGroup = true },
        Column.Words("indicator", new("二级指标", "indicator"), row => row.Line is { Indicator: var one } ? Both(title => $"{one.Id} {title(one.Title)}") : new("小计", "subtotal")) with { Width = 16 },
        Column.Count(Marks, new("分值", "marks"), row => row.Line?.Indicator.Marks ?? row.Scores.Sum(score => score.Indicator.Marks)) with
        {
            Width = 8, Formula = (row, cells) => row.Line is null ? $"SUM({cells.Group(Marks)})" : null,
        },
        Column.Words("explanation", new("指标说明", "what it asks for"), row => row.Line is { Indicator: var one } ? Explanation(one) : Text.Same("")) with { Width = 37, IsEssential = false, IsForPaper = true },
        Column.Points(Score, new("得分", "score"), row => row.Line is { } line ? line.Score : Sum(row.Scores)) with { Width = 9, Formula = ScoreFormula },
        new Column("deductions", new("扣分", "deductions"), ValueKind.Label, DeductionsOf) { Width = 15, Formula = DeductionsFormula },
        new Column("reasons", new("扣分说明", "reasons"), ValueKind.Words, ReasonsOf) { Width = 33, IsEssential = false, IsForPaper = true },
    ];

    private static Formula? ScoreFormula(ScoreRow row, IFormulaCells cells)
    {
        if (row.Line is not { } line)
        {
            return Formula.SumOf(cells.Group(Score));
        }

        var left = $"{cells[Marks]}-{Lost(line.Indicator, cells)}";
        return line.Score is null ? null : line.Indicator.Floor is { } floor ? $"MAX({Points.Plain(floor)},{left})" : left;
    }

    /// <summary>What an indicator loses before its floor.</summary>
    private static string Lost(Indicator indicator, IFormulaCells cells) =>
        $"SUMIF({cells.Column(DeductionTable.Id, DeductionTable.Indicator)},{cells.Quoted(Text.Same(indicator.Id))},{cells.Column(DeductionTable.Id, DeductionTable.Before)})";

    private static Value DeductionsOf(ScoreRow row)
    {
        if (row.Line is not { } line)
        {
            return Value.None;
        }

        var lost = line.Deductions.Sum(deduction => deduction.Points);
        return line.Deductions.Count == 0 ? new Value.Words(NoDeduction) : new Value.Link(
            new(string.Create(CultureInfo.InvariantCulture, $"{line.Deductions.Count} 项，扣 {lost:0.00}"), string.Create(CultureInfo.InvariantCulture, $"{line.Deductions.Count}, −{lost:0.00}")),
            Anchor.Indicator(line.Indicator.Id));
    }

    /// <summary>Counts an indicator's deductions; rows that only name further records have no points and do not count.</summary>
    private static Formula? DeductionsFormula(ScoreRow row, IFormulaCells cells)
    {
        if (row.Line is not { Indicator: var indicator })
        {
            return null;
        }

        var count = $"COUNTIFS({cells.Column(DeductionTable.Id, DeductionTable.Indicator)},{cells.Quoted(Text.Same(indicator.Id))},{cells.Column(DeductionTable.Id, DeductionTable.Before)},\">=0\")";
        var room = indicator.Floor is { } floor ? $"{Points.Plain(indicator.Marks)}-{Points.Plain(floor)}" : "9E+99";
        return $"IF({count}=0,{cells.Quoted(NoDeduction)},{count}&{cells.Quoted(new(" 项，扣 ", ", −"))}&TEXT(MIN({Lost(indicator, cells)},{room}),\"0.00\"))";
    }

    private static Text Explanation(Indicator indicator)
    {
        var single = indicator.Deductions.Count == 1;
        var floor = indicator.Floor is { } least
            ? new Text($"扣到 {Points.Plain(least)} 分为止。", $"Not below {Points.Plain(least)}.")
            : new Text("扣分不设下限。", "No floor.");
        return Both(title => string.Join("\n", indicator.Deductions
            .Select((term, index) => single ? $"{title(term.Title)}。" : $"{index + 1}. {title(term.Title)}。")
            .Append(title(floor))));
    }

    /// <summary>The first reasons: the form stays a page or two, the whole list is the table of deductions.</summary>
    private static Value ReasonsOf(ScoreRow row)
    {
        if (row.Line is not { } line)
        {
            return Value.None;
        }

        if (line.Undetermined is { } open)
        {
            return new Value.Undetermined(open.Title());
        }

        var more = line.Deductions.Count > ShownReasons
            ? new Text[] { new($"…… 共 {line.Deductions.Count} 项，见扣分明细", $"… {line.Deductions.Count} in all, see the deductions") }
            : [];
        return new Value.Words(Both(title => string.Join("\n", line.Deductions.Take(ShownReasons).Select(deduction => title(deduction.Reason)).Concat(more.Select(title)))));
    }

    private static IEnumerable<FootRow> Totals(Assessment assessment, Scorecard scorecard)
    {
        var marks = new FootCell(Marks, new Value.Count(scorecard.Groups.Sum(group => group.Indicators.Sum(indicator => indicator.Marks)))) { Formula = cells => cells.Subtotals(Marks) };
        yield return new(new("合计", "Total"), marks, new FootCell(Score, Value.TotalOf(assessment.SumOfIndicators))
        {
            Formula = cells => Formula.Guarded(cells.Subtotals(Score)),
            Names = scorecard.TotalFloor is null ? ["ScoreSum", "Score"] : ["ScoreSum"],
        });
        if (scorecard.TotalFloor is { } floor)
        {
            yield return new(
                new($"总分（最低 {Points.Plain(floor)} 分）", $"Total (at least {Points.Plain(floor)})"),
                new FootCell(Score, Value.TotalOf(assessment.Total)) { Formula = _ => Formula.Guarded($"MAX({Points.Plain(floor)},ScoreSum+0)"), Names = ["Score"] });
        }
    }

    private static decimal? Sum(IReadOnlyList<IndicatorScore> scores) =>
        scores.Any(score => score.Score is null) ? null : scores.Sum(score => score.Score!.Value);

    private static Text Both(Func<Func<Text, string>, string> words) => new(words(text => text.Zh), words(text => text.En));
}
