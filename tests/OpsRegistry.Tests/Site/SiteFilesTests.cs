using System.Text.RegularExpressions;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>The site of the five contracts as files.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class SiteFilesTests(WrittenSite site)
{
    [Fact]
    public void Every_contract_period_service_system_and_incident_has_a_page_in_both_languages()
    {
        Assert.Equal("", site.Outcome.Error);
        Assert.Equal(0, site.Outcome.Exit);
        var pages = WrittenSite.PagesOf(site.Root);
        var chinese = pages.Keys.Where(path => !path.StartsWith("en/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var english = pages.Keys.Where(path => path.StartsWith("en/", StringComparison.Ordinal)).Select(path => path[3..]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(chinese, english);
        Assert.Equal(5, chinese.Count(path => Regex.IsMatch(path, "^contracts/[^/]+/index.html$")));
        Assert.Equal(23, chinese.Count(path => Regex.IsMatch(path, "/periods/(P[0-9]+|T).html$")));
        Assert.Equal(198, chinese.Count(path => Regex.IsMatch(path, "/services/(?!.*-others-[0-9]+.html)")));
        Assert.Equal(143, chinese.Count(path => path.Contains("/systems/", StringComparison.Ordinal)));
        Assert.Equal(129, chinese.Count(path => path.Contains("/incidents/", StringComparison.Ordinal)));
    }

    /// <summary>What a browser has to fetch and to hold: of every page its bytes, its elements, and what it asks for beside itself.</summary>
    [Fact]
    public void Every_page_keeps_within_120_KB_3500_elements_and_two_files_beside_it() => WithinBudget(site.Root);

    /// <summary>No page of a site is heavier, longer or asks for more than a telephone should have to load.</summary>
    internal static void WithinBudget(string root)
    {
        Assert.Empty(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".html" or ".js" or ".css" && new FileInfo(file).Length > 120_000).Select(file => $"{Path.GetRelativePath(root, file)}: {new FileInfo(file).Length}"));
        Assert.Empty(
            from page in WrittenSite.PagesOf(root)
            let elements = Element().Count(page.Value)
            let asked = Asked().Count(page.Value)
            where elements > 3500 || (asked != 2 && !page.Key.EndsWith("search.html", StringComparison.Ordinal))
            select $"{page.Key}: {elements} elements, {asked} files");
    }

    [Fact]
    public void Every_kind_of_what_is_filed_has_a_page_and_a_contract_its_timeline()
    {
        var page = File.ReadAllText(Path.Combine(site.Root, "contracts/pingdingshan-2025/records/dispute.html"));
        Assert.Contains("省级联办接口升级未提前通知", page, StringComparison.Ordinal);
        Assert.Contains("<dt>提出人</dt>", page, StringComparison.Ordinal);
        foreach (var kind in new[] { "amendment", "ruling", "incident", "inspection", "service-request" })
        {
            Assert.True(File.Exists(Path.Combine(site.Root, $"contracts/pingdingshan-2025/records/{kind}.html")), kind);
        }

        var days = Day().Matches(File.ReadAllText(Path.Combine(site.Root, "en/contracts/pingdingshan-2025/timeline.html"))).Select(match => match.Value).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.Contains("2026-06-15", days);
    }

    /// <summary>Outside of code and of what a contract's own authors wrote, a page says what people say: no name of a file, no key of a schema.</summary>
    [Fact]
    public void No_page_calls_a_record_by_its_file_or_a_field_by_its_key()
    {
        var keys = Kinds.All.SelectMany(kind => kind.Fields).Select(field => field.Key).Where(key => key.Any(char.IsUpper)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("seriousImpact", keys);
        var technical = new Regex($@"\b({string.Join('|', Kinds.All.Select(kind => kind.KebabName))})-20[0-9]{{2}}-[0-9]{{4}}\b|\b({string.Join('|', keys)})\b", RegexOptions.CultureInvariant);
        Assert.Empty(
            from page in WrittenSite.PagesOf(site.Root)
            where !page.Key.EndsWith("notes.html", StringComparison.Ordinal) && !page.Key.Contains("-inForce-", StringComparison.Ordinal)
            from match in technical.Matches(VisibleText(page.Value)).Take(1)
            select $"{page.Key}: {match.Value}");
    }

    /// <summary>What a reader sees between the head and the foot of a page, but for code.</summary>
    private static string VisibleText(string page)
    {
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        return Tags().Replace(Coded().Replace(main, " "), " ");
    }

    [Fact]
    public void A_period_is_there_to_take_away_as_published_and_every_table_as_CSV()
    {
        var below = Path.Combine(site.Root, "contracts/pingdingshan-2025/periods/P4");
        Assert.Equal("PK", File.ReadAllText(below + ".xlsx")[..2]);
        Assert.Equal("PK", File.ReadAllText(below + ".data.xlsx")[..2]);
        Assert.Contains("82.00", File.ReadAllText(below + ".md"), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(below + ".json"));
        Assert.Equal("P4", json.RootElement.GetProperty("period").GetProperty("id").GetString());
        var lines = File.ReadAllText(below + "-deductions.csv").Split("\r\n");
        Assert.StartsWith("id,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("B1-1.1,", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(site.Root, "contracts/pingdingshan-2025/evidence/2025/12/fault-report-2025-0002-report.txt")));
    }

    [Fact]
    public void What_can_still_be_done_is_told_from_what_nobody_can_mend()
    {
        var overview = File.ReadAllText(Path.Combine(site.Root, "index.html"));
        Assert.Matches("逾期可补</a></dt><dd><span class=\"value\">[0-9]+</span><span class=\"under\">已错过 [0-9]+ &#183; 合同期满 [0-9]+", overview);
        Assert.Contains("有异议", overview[..overview.IndexOf("<section", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_to_a_page_and_to_a_place_on_it()
    {
        var pages = WrittenSite.PagesOf(site.Root);
        Assert.Empty(WrittenSite.DeadLinks(pages, site.Root).Take(10));
    }

    [Fact]
    public void No_page_has_a_script_or_style_of_its_own_or_asks_for_anything_from_elsewhere() =>
        Assert.Empty(
            from page in WrittenSite.PagesOf(site.Root)
            where OwnCode().IsMatch(page.Value) || !page.Value.Contains("default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;", StringComparison.Ordinal)
            select page.Key);

    [Fact]
    public void Unscored_contracts_show_no_score_and_no_nought_in_its_place()
    {
        var page = File.ReadAllText(Path.Combine(site.Root, "contracts/pengjiang-2025/periods/P1.html"));
        Assert.Contains("没有评分条款", page, StringComparison.Ordinal);
        Assert.DoesNotContain("评分表", page, StringComparison.Ordinal);
        Assert.DoesNotContain("扣款（元）", page, StringComparison.Ordinal);
        Assert.Contains("2026年长宁区公务人员工作平台运维服务", File.ReadAllText(Path.Combine(site.Root, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deduction_names_its_clause_its_record_with_line_and_its_proof()
    {
        var page = File.ReadAllText(Path.Combine(site.Root, "en/contracts/pingdingshan-2025/periods/P1.html"));
        var deduction = Regex.Match(page, "<tr id=\"d-C1-3~2e1\">.*?</pre>", RegexOptions.Singleline).Value;
        Assert.Contains("Fault handling and analysis report on incident 2025-0002 is 1 day late", deduction, StringComparison.Ordinal);
        Assert.Contains("003 附件2 四(三)1③ L1452", deduction, StringComparison.Ordinal);
        Assert.Contains("ops-registry/contracts/pingdingshan-2025/records/2025/12/fault-report-2025-0002.yaml:11", deduction, StringComparison.Ordinal);
        Assert.Contains("15 − 1 − 1 − 1 = 12, floor 0", deduction, StringComparison.Ordinal);
    }

    [GeneratedRegex("<(code|pre)\\b.*?</\\1>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Coded();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("<[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("<script src=|rel=\"stylesheet\"", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("(?<=<th scope=\"row\"><div><span class=\"time\">)[0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"<style|<script(?! src=""[^"":]+"")| style=| on[a-z]+=|<(img|iframe|object|embed)\b|(src|href)=""(https?:)?//", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnCode();
}
