using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.WhatIf>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>试算: what the score, the band and the money would be if more points were lost; in a workbook the first row is the reader's own.</summary>
internal static class WhatIfTable
{
    public const string Id = "whatIf";

    private const string Lost = "points", Score = "score", Share = "share", Amount = "amount";

    public static Table<WhatIf> For(Assessment assessment, decimal tried = 0) => new(Id, new("试算", "What if more points were lost"), ColumnsOf(assessment), WhatIf.Try(assessment, tried))
    {
        Notes = [new("第一行框内可以填入任意分数试算；只改变得分，不改变一票否决与按次扣减。", "Any number can be tried in the first row: it changes the score alone, no veto and nothing that is taken each time.")],
    };

    private static IReadOnlyList<Column> ColumnsOf(Assessment assessment) =>
    [
        Column.Count(Lost, new("再扣（分）", "more points lost"), step => step.Points) with { Width = 18, NameOf = step => step.IsTried ? "WhatIfPoints" : null },
        new Column("band", new("档次", "band"), ValueKind.Words, step => step.Band is { } band ? new Value.Words(band.Title) : Value.Unknown) { Width = 38, Formula = (_, cells) => BandTable.Choose(cells, BandTable.Title, cells[Score], assessment) },
        Column.Points(Score, new("得分", "score"), step => step.Total) with { Width = 16, Formula = (_, cells) => ScoreFormula(assessment, cells) },
        new Column(Share, new("扣减比例", "share taken"), ValueKind.Share, step => BandTable.ShareOf(step.Band)) { Width = 16, IsEssential = false, Formula = (_, cells) => BandTable.Choose(cells, BandTable.Share, cells[Score], assessment) },
        Column.Yuan(Amount, new("按档次扣减（元）", "taken by the band (yuan)"), step => step.Amount) with { Width = 16, Formula = (_, cells) => Formula.Guarded($"ROUND(ContractTotal*{cells[Share]},2)") },
        new Column("more", new("比现在多扣（元）", "more than now (yuan)"), ValueKind.Yuan, step => step.More is { } more ? new Value.Yuan(more, IsDifference: true) : Value.Unknown) { Width = 16, Formula = (_, cells) => Formula.Guarded($"{cells[Amount]}-BandAmount") },
    ];

    private static Formula ScoreFormula(Assessment assessment, IFormulaCells cells) => assessment.Scorecard?.TotalFloor is { } floor
        ? $"MAX({Points.Plain(floor)},Score-{cells[Lost]})"
        : $"Score-{cells[Lost]}";
}
