using System.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>A registry of 5,000 contracts: its lists go on on further pages, and none of them is larger than a telephone takes at once.</summary>
public sealed class ManyContractsTests
{
    private const int Many = 5000, MostBytes = 120_000;

    [Fact]
    public void Lists_of_5000_contracts_are_paged_and_everything_in_them_is_found()
    {
        var site = Site();
        var overview = OverviewPage.For(site);
        var layout = new SiteLayout([overview, WaitingPage.For(site, overview), DuePage.For(site, overview), IncidentListPage.For(site, overview)], new Dictionary<string, Download>());
        var contracts = layout.Pages.Count(placed => placed.Page == overview);
        Assert.Equal((Many + 29) / 30, contracts);
        foreach (var placed in layout.Pages.Where((placed, index) => placed.Part is null || index % 40 == 0))
        {
            var written = Frame.Build(new(site, layout, placed, Language.Zh), new BlockHtml(new(site, layout, placed, Language.Zh)).Write(placed.Blocks));
            Assert.True(written.Bytes.Length <= MostBytes, $"{written.Path}: {written.Bytes.Length}");
        }

        var parts = SearchIndex.Build(site, layout, Language.Zh);
        Assert.All(parts, part => Assert.True(part.Bytes.Length <= MostBytes, $"{part.Path}: {part.Bytes.Length}"));
        Assert.Contains(parts, part => Encoding.UTF8.GetString(part.Bytes).Contains("\"contracts/many-4999/index.html\"", StringComparison.Ordinal));
        Assert.Contains("many-0000", Encoding.UTF8.GetString(parts[0].Bytes), StringComparison.Ordinal);
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
