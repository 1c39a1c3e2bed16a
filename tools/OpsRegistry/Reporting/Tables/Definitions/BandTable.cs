using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Band>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The bands of a scorecard, and the one that a total falls into.</summary>
internal static class BandTable
{
    public const string Id = "bands", Title = "title", From = "from", Share = "share";

    private static readonly Text Negotiated = new("另行商议", "to be agreed");

    public static Table<Band> For(PeriodResult period, Scorecard scorecard) => new(Id, new("档次与扣减", "Bands"), Columns, scorecard.Bands)
    {
        WhenEmpty = new("合同没有按得分划分档次。", "The contract names no bands."),
        Mark = band => band == period.Assessment.Band,
        MarkFormula = cells => $"{cells[Title]}=BandTitle",
        Foot = scorecard.Bands.Count == 0 ? [] : Result(period),
    };

    /// <summary>A band's share; what is to be agreed is no figure.</summary>
    public static Value ShareOf(Band? band) => band is null ? Value.Unknown
        : band.Share is { } share ? new Value.Share(share)
        : new Value.Undetermined(Negotiated);

    /// <summary>A column's cell of the band that a score falls into, best band first, or of the one that a veto names.</summary>
    public static string Choose(IFormulaCells cells, string column, string score, Assessment assessment)
    {
        var bands = assessment.Scorecard!.Bands.Select((band, row) => (Band: band, Row: row)).ToList();
        var unknown = cells.Quoted(UnknownTitle);
        if (assessment.Veto is not null)
        {
            var vetoed = bands.FirstOrDefault(pair => pair.Band == assessment.Band);
            return vetoed.Band is null ? unknown : cells.Cell(Id, column, vetoed.Row);
        }

        var lowest = bands.FirstOrDefault(pair => pair.Band.From is null);
        var otherwise = lowest.Band is null ? unknown : cells.Cell(Id, column, lowest.Row);
        var chosen = bands.Where(pair => pair.Band.From is not null).OrderBy(pair => pair.Band.From)
            .Aggregate(otherwise, (inner, pair) => $"IF({score}>={cells.Cell(Id, From, pair.Row)},{cells.Cell(Id, column, pair.Row)},{inner})");
        return $"IF(ISNUMBER({score}),{chosen},{unknown})";
    }

    private static Text UnknownTitle => ((Value.Undetermined)Value.Unknown).Title;

    /// <summary>The edges of the bands behind a chart of scores.</summary>
    public static IReadOnlyList<Blocks.ChartBand> Edges(Scorecard scorecard) => scorecard.Bands
        .Select(band => new Blocks.ChartBand(band.Share is > 0m and var share ? new($"{band.Title.Zh} −{Measuring.Percent.Show(share, 2)}", $"{band.Title.En} −{Measuring.Percent.Show(share, 2)}") : band.Title, band.From, band.Below, Tone.Plain)).ToList();

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words(Title, new("档次", "band"), band => band.Title) with { Width = 39 },
        Column.Label("range", new("得分范围", "score"), RangeOf) with { Width = 37 },
        Column.Count(From, new("下限", "from"), band => band.From) with { Width = 9, IsEssential = false },
        new Column(Share, new("扣减比例", "share taken"), ValueKind.Share, ShareOf) { Width = 15 },
        Column.Label("grade", new("等级", "grade"), band => Text.Same(band.Grade ?? "—")) with { Width = 33 },
    ];

    private static Text RangeOf(Band band) => (band.From, band.Below) switch
    {
        ({ } from, { } below) => new($"{Points.Plain(from)} ≤ 得分 < {Points.Plain(below)}", $"{Points.Plain(from)} ≤ score < {Points.Plain(below)}"),
        ({ } from, null) => new($"得分 ≥ {Points.Plain(from)}", $"score ≥ {Points.Plain(from)}"),
        (null, { } below) => new($"得分 < {Points.Plain(below)}", $"score < {Points.Plain(below)}"),
        (null, null) => new("任何得分", "any score"),
    };

    private static IReadOnlyList<FootRow> Result(PeriodResult period)
    {
        var (assessment, band) = (period.Assessment, period.Assessment.Band);
        var grade = assessment.Veto is { } veto ? new Text($"一票否决：{veto.Title.Zh}", $"veto: {veto.Title.En}") : Text.Same(band?.Grade ?? "");
        var amount = period.Settlement.Lines.FirstOrDefault(line => line.Id == PeriodSettlement.Band)?.Taken;
        return
        [
            new(
                new("本期档次", "The period's band"),
                new FootCell("range", band is null ? Value.Unknown : new Value.Words(band.Title)) { Formula = cells => Choose(cells, Title, "Score", assessment), Names = ["BandTitle"] },
                new FootCell(Share, ShareOf(band)) { Formula = cells => Choose(cells, Share, "Score", assessment), Names = ["BandShare"] },
                new FootCell("grade", new Value.Words(grade))),
            new(
                new("按档次扣减（元）", "Taken by the band (yuan)"),
                new FootCell("range", Value.YuanOf(amount)) { Formula = _ => Formula.Guarded("ROUND(ContractTotal*BandShare,2)"), Names = ["BandAmount"] },
                new FootCell("grade", new Value.Words(amount is { } known ? new($"大写：{ChineseAmount.InCapitals(known)}", "") : Text.Same("")))),
        ];
    }
}
