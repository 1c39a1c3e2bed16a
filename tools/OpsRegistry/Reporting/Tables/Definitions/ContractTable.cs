using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Site.SiteContract>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Every contract and how it stands.</summary>
internal static class ContractTable
{
    private const string Title = "title", Term = "term", Period = "period", Score = "score";

    public static Table<SiteContract> For(SiteContents site) => new("contracts", new("合同", "Contracts"), ColumnsOf(site), site.Contracts)
    {
        Filters =
        [
            ("scored", new("计分", "scored")), ("unscored", new("不计分", "not scored")), ("running", new("服务期内", "term running")),
            ("overdue", new("有逾期", "with overdue items")), ("undecided", new("须先决定", "awaiting a decision")),
        ],
        Keywords = contract => KeywordsOf(contract),
    };

    /// <summary>A period's score as far as it is known; a contract without a form has none.</summary>
    public static Value ScoreOf(PeriodResult? period) =>
        period is null ? Value.None
        : !period.Assessment.Measurement.Folder.IsScored ? new Value.Undetermined(new("不计分", "not scored"))
        : Value.TotalOf(period.Assessment.Total);

    /// <summary>The band or veto that decides, and the range while it is disputed.</summary>
    public static Text BandOf(PeriodResult? period)
    {
        var band = period?.Assessment.Veto is { } veto ? new Text($"一票否决：{veto.Title.Zh}", $"veto: {veto.Title.En}") : period?.Assessment.Band?.Title ?? Text.Same("");
        var range = period is null ? Text.Same("") : RangeWords.UnderPoints(period.Score);
        var between = band.Zh.Length > 0 && range.Zh.Length > 0 ? " · " : "";
        return new(band.Zh + between + range.Zh, band.En + between + range.En);
    }

    /// <summary>How far the term has gone.</summary>
    public static Text PassedOf(SiteContract contract)
    {
        var (term, next) = (contract.Result.Folder.Terms.Term, BeijingTime.DateEndingAt(contract.Result.AsOf).PlusDays(1));
        var whole = Math.Max(1, NodaTime.Period.DaysBetween(term.Start, term.End));
        var passed = Math.Clamp(NodaTime.Period.DaysBetween(term.Start, next), 0, whole);
        return new($"已过 {100 * passed / whole}%（{passed}/{whole} 天）", $"{100 * passed / whole} % gone ({passed} of {whole} days)");
    }

    private static IReadOnlyList<Column> ColumnsOf(SiteContents site) =>
    [
        new Column(Title, new("合同", "contract"), ValueKind.Words, contract => new Value.Link(contract.Result.Folder.Terms.Title, Anchor.Contract(contract.Name))) { Width = 40 },
        Column.Code("name", new("名称", "name"), contract => contract.Name) with { Under = Title },
        Column.Words("parties", new("双方", "parties"), contract => PartiesOf(site, contract.Result.Folder.Terms)) with { Under = Title },
        Column.Days(Term, new("服务期", "term"), contract => new(contract.Result.Folder.Terms.Term.Start, contract.Result.Folder.Terms.Term.End)),
        Column.Words("passed", new("进度", "progress"), contract => PassedOf(contract)) with { Under = Term },
        new Column(Period, new("最近考核期", "latest period"), ValueKind.Label, PeriodOf),
        new Column("state", new("状态", "state"), ValueKind.State, contract => contract.Latest is { } latest ? PeriodTable.StateOf(latest) : Value.None) { Under = Period },
        new Column("decision", new("须先决定", "to be decided"), ValueKind.State, contract => PeriodTable.DecisionOf(contract.Latest)) { Under = Period },
        new Column(Score, new("得分", "score"), ValueKind.Points, contract => ScoreOf(contract.Latest)),
        Column.Words("band", new("档次", "band"), contract => BandOf(contract.Latest)) with { Under = Score },
        new Column("trend", new("走势", "trend"), ValueKind.Label, contract => new Value.Series(contract.Result.Periods.Select(period => period.Assessment.Total).ToList())) { IsEssential = false },
        new Column("deducted", new("累计扣款（元）", "deducted (yuan)"), ValueKind.Yuan, contract => contract.IsScored ? Value.YuanOf(contract.Result.Settlement.AfterCap) : new Value.Undetermined(new("无扣款条款", "no such clause"))),
        Column.Words("deductedRange", new("争议", "disputed"), contract => contract.IsScored ? RangeWords.UnderYuan(contract.Result.Settlement.Deducted) : Text.Same("")) with { Under = "deducted" },
        Column.Yuan("unpaid", new("未付（元）", "unpaid (yuan)"), contract => contract.Result.Settlement.Open),
        Column.Words("unpaidRange", new("争议", "disputed"), contract => RangeWords.UnderYuan(contract.Result.Settlement.Unpaid)) with { Under = "unpaid" },
        Column.Count("overdue", DueStanding.Open.Title(), contract => contract.Due.Items.Count(item => item.Standing == DueStanding.Open)) with { Tone = Tone.Bad },
        Column.Words("past", new("已无法补", "past mending"), contract => OverdueFigure.PastOf(contract.Due.Items)) with { Under = "overdue" },
        Column.Count("due", new("将到期", "due"), contract => contract.Due.Items.Count(item => !item.Overdue)),
    ];

    private static Text PartiesOf(SiteContents site, Contract terms)
    {
        var (purchaser, vendor) = (site.Origin.TitleOf(terms.Purchaser), site.Origin.TitleOf(terms.Vendor));
        return new($"{purchaser.Zh} · {vendor.Zh}", $"{purchaser.En} · {vendor.En}");
    }

    private static Value PeriodOf(SiteContract contract) => contract.Latest is { } latest
        ? new Value.Link(Text.Same(latest.Period.Id), Anchor.Period(contract.Name, latest.Period.Id))
        : new Value.Words(new("尚未开始", "not begun"));

    private static IEnumerable<string> KeywordsOf(SiteContract contract)
    {
        (bool Holds, string Word)[] all =
        [
            (contract.IsScored, "scored"), (!contract.IsScored, "unscored"), (contract.Result.Folder.Terms.Term.Contains(BeijingTime.DateEndingAt(contract.Result.AsOf)), "running"),
            (contract.Due.Items.Any(item => item.Overdue), "overdue"), (contract.Result.Periods.Any(period => period.NeedsDecision.Any()), "undecided"),
        ];
        return all.Where(one => one.Holds).Select(one => one.Word);
    }
}
