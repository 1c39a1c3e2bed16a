using System.Text;
using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>A registry of 5,000 contracts: its lists go on on further pages, and none of them is larger than a telephone takes at once.</summary>
public sealed class ManyContractsTests
{
    private const int Many = 5000;

    [Fact]
    public void Lists_of_5000_contracts_are_paged_and_everything_in_them_is_found()
    {
        var site = Site();
        var overview = OverviewPage.For(site);
        var layout = PageBudget.Lay(site, [overview, WaitingPage.For(site, overview), DuePage.For(site, overview), IncidentListPage.For(site, overview)], new Dictionary<string, Download>());
        var contracts = layout.Pages.Count(placed => placed.Page == overview);
        Assert.Equal((Many + 29) / 30, contracts);
        foreach (var placed in layout.Pages.Where((placed, index) => placed.Part is null || index % 40 == 0))
        {
            var written = Frame.Build(new(site, layout, placed, Language.Zh), new BlockHtml(new(site, layout, placed, Language.Zh)).Write(placed.Blocks));
            Assert.True(written.Bytes.Length <= PageBudget.MostBytes, $"{written.Path}: {written.Bytes.Length}");
        }

        var parts = SearchIndex.Build(site, layout, Language.Zh);
        Assert.All(parts, part => Assert.True(part.Bytes.Length <= PageBudget.MostBytes, $"{part.Path}: {part.Bytes.Length}"));
        Assert.Contains(parts, part => Encoding.UTF8.GetString(part.Bytes).Contains("\"contracts/many-4999/index.html\"", StringComparison.Ordinal));
        Assert.Contains("many-0000", Encoding.UTF8.GetString(parts[0].Bytes), StringComparison.Ordinal);
    }

    /// <summary>What rows take is known only once they are written: a list of heavy ones is divided until its pages fit, and every row is on one of them.</summary>
    [Fact]
    public void Heavy_rows_stand_on_more_pages_and_none_is_lost()
    {
        var site = Site();
        var table = new Table<int>("heavy", new("重的", "Heavy"), [Column<int>.Words("what", new("事项", "what"), row => Text.Same(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row-{row:00} ") + new string('字', 3_000)))], [.. Enumerable.Range(0, 60)]);
        var page = new Page("heavy.html", new("重的页", "A heavy page"), [new Block.TableBlock(table)]);
        var layout = PageBudget.Lay(site, [OverviewPage.For(site), page], new Dictionary<string, Download>());
        var written = layout.Pages.Where(placed => placed.Page == page).Select(placed => Encoding.UTF8.GetString(Frame.Build(new(site, layout, placed, Language.Zh), new BlockHtml(new(site, layout, placed, Language.Zh)).Write(placed.Blocks)).Bytes)).ToList();
        Assert.All(written, html => Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, PageBudget.MostBytes));
        Assert.Equal(Enumerable.Range(0, 60), written.SelectMany(html => System.Text.RegularExpressions.Regex.Matches(html, "row-([0-9]{2})").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>What stands in a row's details is not divided: of a proof with very many rows the first and the last ones stand there, and how many are left out.</summary>
    [Theory]
    [InlineData(120)]
    [InlineData(121)]
    [InlineData(1_400)]
    public void Details_of_very_many_rows_are_shown_from_both_ends(int count)
    {
        var site = Site();
        var inner = new Table<int>("pieces", new("逐段", "Pieces"), [Column<int>.Words("what", new("事项", "what"), row => Text.Same(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row-{row:0000} ") + new string('字', 60)))], [.. Enumerable.Range(0, count)]);
        var outer = new Table<int>("limits", new("时限", "Limits"), [Column<int>.Words("what", new("事项", "what"), _ => Text.Same("一"))], [1]) { Details = _ => new(new("证明", "Proof"), [new Block.TableBlock(inner)]) };
        var page = new Page("details.html", new("明细", "Details"), [new Block.TableBlock(outer)]);
        var layout = PageBudget.Lay(site, [OverviewPage.For(site), page], new Dictionary<string, Download>());
        var placed = layout.Pages.Single(placed => placed.Page == page);
        var html = Encoding.UTF8.GetString(Frame.Build(new(site, layout, placed, Language.En), new BlockHtml(new(site, layout, placed, Language.En)).Write(placed.Blocks)).Bytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, PageBudget.MostBytes);
        Assert.Equal(
            Enumerable.Range(0, count).Where(row => count == 120 || row < 60 || row >= count - 60),
            System.Text.RegularExpressions.Regex.Matches(html, "row-([0-9]{4})").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(count > 120, html.Contains($"{count - 120} rows between are left out", StringComparison.Ordinal));
        var elsewhere = new BlockHtml(new(site, layout, placed, Language.En)).Inside([new Block.TableBlock(inner)]).ToString()!; // a review on the desk: no page of the site
        Assert.Equal(count, System.Text.RegularExpressions.Regex.Count(elsewhere, "row-[0-9]{4}"));
    }

    /// <summary>A drawing is not divided: of a duty that falls due on each day of ten years the last weeks are drawn, and all days are counted.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(371, false)]
    [InlineData(372, true)]
    [InlineData(3653, true)]
    public void A_calendar_of_years_is_drawn_for_its_last_weeks(int days, bool isPart)
    {
        var site = Site();
        var due = DutyDay.Collect(ContractRunner.Measure(FrozenRegistry.Pingdingshan, Calendars.Build(FrozenRegistry.Loaded.Registry), FrozenRegistry.Result.AsOf))[0].Due;
        var term = new DateSpan(new(2020, 1, 1), new LocalDate(2020, 1, 1).PlusDays(days));
        var block = DutyCalendar.For(term, Enumerable.Range(0, days).Select(day => new DutyDay(term.Start.PlusDays(day), due)).ToList());
        var page = new Page("daily.html", new("每天", "Every day"), [block]);
        var layout = PageBudget.Lay(site, [OverviewPage.For(site), page], new Dictionary<string, Download>());
        var html = Encoding.UTF8.GetString(Frame.Build(new(site, layout, layout.Pages.Single(placed => placed.Page == page), Language.Zh), new BlockHtml(new(site, layout, layout.Pages[0], Language.Zh)).Write(page.Blocks)).Bytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, PageBudget.MostBytes);
        var counted = due.Count(one => one.State is OccurrenceState.Fulfilled or OccurrenceState.Late or OccurrenceState.Missing or OccurrenceState.Pending);
        var chart = Assert.IsType<DayChart>(Assert.IsType<Block.ChartBlock>(block).Content);
        Assert.Equal(term.End.PlusDays(-1), chart.Marks[^1].Day);
        Assert.Equal(Math.Min(days, 371), chart.Marks.Count);
        Assert.Equal(isPart, chart.Description.En.Contains("drawn from", StringComparison.Ordinal));
        Assert.Equal(days * counted, System.Text.RegularExpressions.Regex.Matches(chart.Description.En.Split(';')[0], "[0-9]+").Sum(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static SiteContents Site()
    {
        var loaded = InMemory.Load(InMemory.Files("tests/golden/harbour"));
        var folder = loaded.Registry.ContractNamed("harbour-2026")!;
        var asOf = BeijingTime.EndOf(loaded.Registry.Settings!.RecordsUntil!.Value);
        var result = ContractRunner.Run(folder, Calendars.Build(loaded.Registry), asOf);
        var origin = ReportOrigin.State(loaded.Registry, ReportOrigin.Uncommitted, "0.0.0");
        var until = BeijingTime.DateEndingAt(asOf).PlusDays(30);
        var one = new SiteContract(result, [], DueList.Build([], result, asOf, until), []);
        var contracts = Enumerable.Range(0, Many).Select(number => Named(one, FormattableString.Invariant($"many-{number:0000}"))).ToList();
        return new(new("许多合同", "Many contracts"), new(asOf, []), contracts, origin)
        {
            ReportOrigin = new(origin),
            Due = DueList.Together(new(asOf, []), until, []),
        };
    }

    private static SiteContract Named(SiteContract one, string name)
    {
        var contract = one.Result.Folder.Contract;
        var renamed = contract.Untyped with { Metadata = contract.Untyped.Metadata with { Name = name } };
        var folder = one.Result.Folder with { Contract = new(renamed, contract.Spec) };
        return one with { Result = one.Result with { Measurement = one.Result.Measurement with { Folder = folder } } };
    }
}
