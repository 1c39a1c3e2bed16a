using System.Text.RegularExpressions;
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
        Assert.Equal(198, chinese.Count(path => path.Contains("/services/", StringComparison.Ordinal)));
        Assert.Equal(143, chinese.Count(path => path.Contains("/systems/", StringComparison.Ordinal)));
        Assert.Equal(129, chinese.Count(path => path.Contains("/incidents/", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_is_larger_than_200_KB() =>
        Assert.InRange(Directory.EnumerateFiles(site.Root, "*.*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".opsreg-site").Max(file => new FileInfo(file).Length), 1, 199_999);

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
        Assert.Contains("Fault handling and analysis report on incident-2025-0002 is 1 day(s) late", deduction, StringComparison.Ordinal);
        Assert.Contains("003 附件2 四(三)1③ L1452", deduction, StringComparison.Ordinal);
        Assert.Contains("ops-registry/contracts/pingdingshan-2025/records/2025/12/fault-report-2025-0002.yaml:11", deduction, StringComparison.Ordinal);
        Assert.Contains("15 − 1 − 1 − 1 = 12, floor 0", deduction, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<style|<script(?! src=""[^"":]+"")| style=| on[a-z]+=|<(img|iframe|object|embed)\b|(src|href)=""(https?:)?//", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnCode();
}
