using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Site;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.TimelineRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Something in a contract's life.</summary>
/// <param name="Order">Its place among what happened on one day.</param>
/// <param name="Word">The word by which rows of its kind are picked.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="What">What happened.</param>
/// <param name="Where">Where it is told whole.</param>
internal sealed record TimelineRow(LocalDate Day, int Order, string Word, Text Kind, Text What, Value Where);

/// <summary>The life of a contract, the latest first.</summary>
internal static class TimelineTable
{
    private static readonly Type[] Milestones = [typeof(Payment), typeof(Invoice), typeof(Acceptance), typeof(Handover), typeof(PersonnelChange)];

    public static Table<TimelineRow> For(SiteContract contract) => new("timeline", new("时间线", "Timeline"),
    [
        Column.Day("day", new("日期", "day"), row => row.Day),
        Column.Label("kind", new("种类", "kind"), row => row.Kind),
        Column.Words("what", new("事项", "what"), row => row.What),
        new Column("where", new("详见", "see"), ValueKind.Record, row => row.Where),
    ], RowsOf(contract).OrderByDescending(row => row.Day).ThenByDescending(row => row.Order).ToList())
    {
        IsList = true,
        RowsPerPage = 60,
        Filters = contract.Files.Where(files => IsTold(files.Key)).Select(files => (files.Key.KebabName, files.Key.Title)).OrderBy(filter => filter.KebabName, StringComparer.Ordinal).ToList(),
        Keywords = row => [row.Word],
    };

    private static bool IsTold(Kind kind) => kind.Area is Area.Claims or Area.Decisions || Milestones.Contains(kind.SpecType);

    /// <summary>A file in a line; a tranche by what the contract calls it.</summary>
    private static Text Told(Contract terms, Resource file)
    {
        var words = RecordFacts.InShort(file);
        var tranche = terms.Payments.FirstOrDefault(one => one.Id == file.Spec switch { Payment payment => payment.Tranche, Invoice invoice => invoice.Tranche, _ => null });
        return tranche is null ? words : new(words.Zh.Replace(tranche.Id, tranche.Title.Zh, StringComparison.Ordinal), words.En.Replace(tranche.Id, tranche.Title.En, StringComparison.Ordinal));
    }

    private static IEnumerable<TimelineRow> RowsOf(SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms;
        yield return new(terms.SignedOn.Value, 0, "contract", new("合同", "contract"), new("签订合同", "the contract is signed"), Value.None);
        yield return new(terms.Term.Start, 1, "contract", new("合同", "contract"), new("服务期开始", "the term begins"), Value.None);
        if (terms.Term.End.PlusDays(-1) <= Time.BeijingTime.DateEndingAt(contract.Result.AsOf))
        {
            yield return new(terms.Term.End.PlusDays(-1), 9, "contract", new("合同", "contract"), new("服务期届满", "the term ends"), Value.None);
        }

        foreach (var period in contract.Result.Periods.Where(period => period.Period.IsOverBy(contract.Result.AsOf)))
        {
            var (score, band, title) = (ContractTable.ScoreOf(period), ContractTable.BandOf(period), PeriodPage.TitleOf(period));
            yield return new(
                period.Period.Days.End.PlusDays(-1), 8, "period", new("考核期", "period"),
                new(
                    string.Join(" · ", new[] { $"{title.Zh}结束", $"得分 {ValueText.Show(score, Language.Zh)}", band.Zh, StateWords.Named(period).Zh }.Where(words => words.Length > 0)),
                    string.Join(" · ", new[] { $"{title.En} ends", $"score {ValueText.Show(score, Language.En)}", band.En, StateWords.Named(period).En }.Where(words => words.Length > 0))),
                new Value.Link(Text.Same(period.Period.Id), Anchor.Period(contract.Name, period.Period.Id)));
        }

        foreach (var (kind, files) in RecordsPage.KindsOf(contract).Where(one => IsTold(one.Kind)))
        {
            foreach (var file in files)
            {
                if (RecordFacts.DayOf(file) is { } day)
                {
                    yield return new(day, 5, kind.KebabName, kind.Title, Told(terms, file), new Value.Record(file.Name, file.Path, file.Place.Line));
                }
            }
        }
    }
}
