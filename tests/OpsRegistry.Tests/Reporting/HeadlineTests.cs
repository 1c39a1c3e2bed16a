using System.IO.Compression;
using OpsRegistry.Tests.Reviewing;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>A result in dispute says so wherever it is a headline, in the same words: 10,000 of the 55,000 yuan of the golden contract's first period.</summary>
public sealed class HeadlineTests
{
    private const string Phrase = "55,000.00（有异议：45,000.00–55,000.00，确认 45,000.00 / 争议 10,000.00）";

    [Fact]
    public void Every_output_names_what_is_confirmed_and_what_is_in_dispute()
    {
        using var registry = TemporaryRegistry.Harbour();
        registry.Write("ops-registry/contracts/harbour-2026/disputes/dispute-2026-0001.yaml", Dispute("harbour-2026", "commitments.1", "harbour-op-01", "2026-04-10"));
        var published = registry.Run("publish");
        Assert.Equal(("", 0), (published.Error, published.Exit));
        Assert.Contains("扣款 55,000.00 元" + Phrase["55,000.00".Length..], registry.Run("score", "--period", "P1", "harbour-2026").Output, StringComparison.Ordinal);
        Assert.Contains(Phrase, published.Output, StringComparison.Ordinal);
        Assert.Contains(Phrase, File.ReadAllText(registry.File("reports/README.md")), StringComparison.Ordinal);
        Assert.Contains("（伍万伍仟元整）" + Phrase["55,000.00".Length..], File.ReadAllText(registry.File("reports/harbour-2026/P1/assessment.md")), StringComparison.Ordinal);
        Assert.Contains(Phrase["55,000.00".Length..], WorkbookText(registry.File("reports/harbour-2026/P1/assessment.xlsx")), StringComparison.Ordinal);
        var settled = registry.Run("settle", "harbour-2026", "--as-of", "2026-04-15", "--lang", "en").Lines;
        Assert.Contains(settled, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["P1", .., "55,000.00", "45,000.00", "10,000.00"]);
        var proof = registry.Run("explain", "harbour-2026", "commitments.1", "--lang", "en").Lines;
        Assert.Equal("harbour-2026 P1  commitments.1  10,000.00 yuan", proof[0]);
        Assert.Contains(proof, line => line.Contains("with every open dispute upheld the score is 61.00, the deduction 45,000.00 yuan", StringComparison.Ordinal));
    }

    [Fact]
    public void A_review_shows_what_a_new_dispute_puts_in_dispute_and_what_a_ruling_gives_back()
    {
        const string Path = Edited.Folder + "disputes/dispute-2026-0901.yaml";
        var dispute = Dispute("pingdingshan-2025", "commitments.1", "pds-pm-01", "2026-03-05");
        var filed = Assert.Single(new Edited().Write(Path, dispute).Review().Periods);
        Assert.Equal(("P1", 0m, 76_350.00m), (filed.Period.Id, filed.YuanMoved, filed.After!.Deducted.InDispute));
        var ruled = Assert.Single(new Edited().Write(Path, dispute).AsBase().Write(Edited.Folder + "judgements/ruling-2026-0901.yaml", """
            apiVersion: ops-registry/v1
            kind: Ruling
            metadata: {name: ruling-2026-0901, contract: pingdingshan-2025, provenance: sample}
            spec: {dispute: dispute-2026-0901, outcome: upheld, reason: 平台已于二月上线, decidedBy: pds-review-01, decidedOn: 2026-03-10}
            """).Review().Periods);
        Assert.Equal((-76_350.00m, 0m), (ruled.YuanMoved, ruled.PointsMoved));
        Assert.Equal("commitments.1", Assert.Single(ruled.Money).After!.Id);
    }

    private static string Dispute(string contract, string item, string person, string day) => $"""
        apiVersion: ops-registry/v1
        kind: Dispute
        metadata: {"{"}name: dispute-2026-{(contract == "harbour-2026" ? "0001" : "0901")}, contract: {contract}, provenance: sample{"}"}
        spec: {"{"}period: P1, deduction: {item}, reason: 已按承诺完成, disputedBy: {person}, disputedOn: {day}{"}"}

        """;

    private static string WorkbookText(string path)
    {
        using var package = ZipFile.OpenRead(path);
        return string.Concat(package.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
