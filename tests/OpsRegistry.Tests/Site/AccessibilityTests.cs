using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>axe-core finds nothing to complain of on any kind of page, light and dark, wide and narrow.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(WrittenSite site, Browser browser)
{
    /// <summary>What axe-core finds on the page that is open, as lines.</summary>
    public const string Run = """
        async () => {
          document.querySelectorAll("details").forEach(one => one.open = true);
          // Rows of one make are judged once a table, three of each: a thousand rows differ in their words alone.
          const make = row => row.outerHTML.replace(/>[^<]+/g, ">").replace(/ (id|href|title|datetime|aria-label|data-[a-z-]+)="[^"]*"/g, "");
          for (const body of document.querySelectorAll("tbody, ul, ol")) {
            const seen = new Map();
            for (const row of [...body.children]) {
              const kind = make(row), times = (seen.get(kind) ?? 0) + 1;
              seen.set(kind, times);
              if (times > 3) row.remove();
            }
          }
          const result = await axe.run(document, { resultTypes: ["violations"], ...window.axeRules });
          return result.violations.map(one => `${one.id}: ${one.nodes.length}× ${one.nodes[0].target} ${one.nodes[0].failureSummary}`);
        }
        """;

    private static readonly Lazy<string> AxeScript = new(() => File.ReadAllText(Browser.Axe));

    public static TheoryData<string> Pages { get; } = new(
        "index.html", "due.html", "incidents.html", "search.html", "about.html",
        "contracts/pingdingshan-2025/index.html", "contracts/zhangjiagang-2024/index.html", "contracts/changning-2026/index.html",
        "waiting.html", "contracts/pingdingshan-2025/timeline.html", "contracts/pingdingshan-2025/compare.html", "contracts/pingdingshan-2025/staff.html",
        "contracts/pingdingshan-2025/records/dispute.html", "contracts/zhangjiagang-2024/records/inspection.html",
        "contracts/pingdingshan-2025/notes.html", "contracts/pingdingshan-2025/services.html", "contracts/pingdingshan-2025/duties.html",
        "contracts/pingdingshan-2025/periods/P3.html", "contracts/pengjiang-2025/periods/P1.html",
        "contracts/zhangjiagang-2024/services/sec-001.html", "contracts/changning-2026/systems/mail.html",
        "contracts/pingdingshan-2025/incidents/incident-2026-0013.html", "contracts/zhangjiagang-2024/incidents/incident-2025-0021.html");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_violation(string address)
    {
        Assert.True(File.Exists(Browser.Axe), "axe-core is missing: npm install --prefix .artifacts/npm axe-core@4.10.3");
        Assert.Empty(await Violations(address, new() { ColorScheme = ColorScheme.Light }));
        Assert.Empty(await Violations("en/" + address, new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 390, Height = 844 } }, Changing));
    }

    [Fact]
    public async Task A_fault_would_be_found()
    {
        var broken = Path.Combine(site.Root, "broken.html");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(Path.Combine(site.Root, "about.html"))).Replace("<h1>", "<img src=\"data:,\"><h1>", StringComparison.Ordinal));
        var violations = await Violations("broken.html", new());
        File.Delete(broken);
        Assert.StartsWith("image-alt: 1×", Assert.Single(violations), StringComparison.Ordinal);
    }

    /// <summary>What language, colours and width can change; what the page consists of was judged before.</summary>
    private const string Changing = """window.axeRules = { runOnly: { type: "rule", values: ["color-contrast", "scrollable-region-focusable", "html-has-lang", "html-lang-valid", "valid-lang", "link-name", "button-name", "label", "empty-table-header"] } }""";

    private async Task<string[]> Violations(string address, BrowserNewContextOptions options, string rules = "window.axeRules = {}")
    {
        options.BypassCSP = true;
        var (page, _) = await browser.OpenAsync(site.Root, address, options);
        await page.EvaluateAsync(rules);
        await page.EvaluateAsync(AxeScript.Value);
        var violations = await page.EvaluateAsync<string[]>(Run);
        await page.Context.CloseAsync();
        return violations;
    }
}
