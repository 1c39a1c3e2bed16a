using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>The site in a real browser, opened from disk, without network.</summary>
[Collection(SiteCollection.Name)]
public sealed class SiteBrowserTests(WrittenSite site, HostileSite hostile, Browser browser)
{
    [Fact]
    public async Task From_the_overview_to_a_deduction_to_its_incident_and_back()
    {
        var (page, complaints) = await browser.OpenAsync(site.Root, "index.html");
        await page.ClickAsync("#contracts-table a:has-text('平顶山市')");
        await page.ClickAsync("#standing td:has-text('2025-12-03'), #standing th a:has-text('P1')");
        Assert.Equal("P1 第 1 考核期", await page.InnerTextAsync("h1"));
        await page.ClickAsync("#score a[href$='#d-B1-1~2e1']");
        Assert.EndsWith("#d-B1-1~2e1", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("#deductions tr:target + tr summary");
        Assert.Contains("20 − 5 = 15", await page.InnerTextAsync("#deductions tr:target + tr pre"), StringComparison.Ordinal);
        await page.ClickAsync("#deductions tr:target a:has-text('事件 2025-0002')");
        Assert.Equal("电子证照签章服务无法调用，大厅窗口不能出证", await page.InnerTextAsync("h1"));
        await page.ClickAsync(".trail a:has-text('P1')");
        Assert.Equal("P1 第 1 考核期", await page.InnerTextAsync("h1"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_language_link_leads_to_the_same_page_in_the_other_language_and_back()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/periods/P1.html");
        await page.ClickAsync("a.language");
        Assert.EndsWith("/en/contracts/pingdingshan-2025/periods/P1.html", page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("P1 Period 1", await page.InnerTextAsync("h1"));
        await page.ClickAsync("a.language");
        Assert.EndsWith("/site/contracts/pingdingshan-2025/periods/P1.html", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "签章", "电子证照签章服务无法调用，大厅窗口不能出证", "/contracts/pingdingshan-2025/incidents/incident-2025-0002.html")]
    [InlineData("en/index.html", "analysis report late", "P1 C1-3.1 Fault handling and analysis report on incident 2025-0002 is 1 day late", "/en/contracts/pingdingshan-2025/periods/P1.html#d-C1-3~2e1")]
    public async Task The_search_finds_and_leads_there(string start, string query, string title, string address)
    {
        var (page, complaints) = await browser.OpenAsync(site.Root, start);
        await page.FillAsync(".find input", query);
        await page.PressAsync(".find input", "Enter");
        var hit = page.Locator($"#results a:text-is('{title}')").First;
        await hit.ClickAsync();
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_head_of_every_page_answers_while_one_types_by_keyboard_alone()
    {
        var (page, complaints) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/periods/P1.html");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("签章服务");
        await Assertions.Expect(page.Locator(".hits [role=option]").First).ToContainTextAsync("电子证照签章服务无法调用", new() { Timeout = 60_000 }); // parts of the index come in one after the other
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await page.Locator("#" + await page.GetAttributeAsync(".find input", "aria-activedescendant")).GetAttributeAsync("aria-selected"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1:has-text('电子证照签章服务无法调用')").WaitForAsync();
        Assert.EndsWith("/incidents/incident-2025-0002.html", page.Url, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_part_of_the_index_that_comes_late_leaves_the_hits_in_their_order()
    {
        var (page, complaints) = await browser.OpenAsync(site.Root, "index.html");
        var served = new Uri("http://site.test/"); // what is read from disk cannot be made to wait
        await page.RouteAsync(served + "**", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
            if (path.EndsWith("-zh-1.js", StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromSeconds(1));
            await route.FulfillAsync(new() { Path = Path.Combine(site.Root, path) });
        });
        await page.GotoAsync(served + "contracts/pingdingshan-2025/periods/P1.html");
        var parts = (await page.Locator("form.find").GetAttributeAsync("data-parts"))!.Split(' ');
        Assert.True(parts.Length > 1, "one part comes in one order only");
        await page.FillAsync(".find input", "签章服务");
        await page.WaitForFunctionAsync("count => document.querySelectorAll('head script[src*=search-]').length === count && performance.getEntriesByType('resource').filter(one => one.name.includes('search-zh-')).length === count", parts.Length);
        await Assertions.Expect(page.Locator(".hits [role=option]").First).ToContainTextAsync("电子证照签章服务无法调用", new() { Timeout = 60_000 });
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Two_periods_are_compared_and_what_they_are_apart_stands_beside_them()
    {
        var (page, complaints) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/compare.html");
        var heads = page.Locator("#compare-table thead th:visible");
        Assert.Equal(["项目", "P1", "P2", "P3", "P4"], await heads.AllInnerTextsAsync());
        await page.SelectOptionAsync("select[aria-label=比较]", "1");
        Assert.Equal(["项目", "P1", "P4", "差"], await heads.AllInnerTextsAsync());
        Assert.Equal("−5", await page.Locator("#compare-table tbody tr").First.Locator("td.apart").InnerTextAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Filters_narrow_the_contracts_by_button_and_by_word()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "index.html");
        var rows = page.Locator("#contracts-table tbody tr:visible");
        Assert.Equal(5, await rows.CountAsync());
        await page.ClickAsync("button.chip:text-is('不计分')");
        Assert.Equal(2, await rows.CountAsync());
        await page.FillAsync("[data-filter=contracts-table]", "蓬江");
        Assert.Equal(1, await rows.CountAsync());
        Assert.Equal("1 / 5", await page.InnerTextAsync(".filters output"));
    }

    [Fact]
    public async Task Dark_follows_the_system_and_the_button_overrides_it_and_is_remembered()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "index.html", new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(17, 22, 29)", await Paper(page));
        await page.ClickAsync("button.theme");
        Assert.Equal("rgb(247, 247, 244)", await Paper(page));
        await page.ReloadAsync();
        Assert.Equal("rgb(247, 247, 244)", await Paper(page));
        await page.ClickAsync("button.theme");
        Assert.Equal("rgb(17, 22, 29)", await Paper(page));
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_to_read_and_nothing_that_would_not_work()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "index.html", new() { JavaScriptEnabled = false });
        Assert.Equal(5, await page.Locator("#contracts-table tbody tr:visible").CountAsync());
        Assert.Equal(0, await page.Locator(".filters:visible, button.theme:visible").CountAsync());
        await page.ClickAsync("#contracts-table a:has-text('平顶山市')");
        Assert.True(await page.Locator(".chart svg").First.IsVisibleAsync());
    }

    /// <summary>Pages of every kind; also the longest tables and the widest charts.</summary>
    public static TheoryData<string> Kinds { get; } = new(AccessibilityTests.Pages.Select(page => page.Data).Append("contracts/fujian-2023/incidents/incident-2023-0007.html").Append("contracts/zhangjiagang-2024/periods/T.html"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_scrolls_sideways_and_on_a_telephone_every_row_is_a_card_under_the_names_of_its_columns(string address)
    {
        var (page, _) = await browser.OpenAsync(site.Root, address, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [
              ...[...document.querySelectorAll("section")].filter(one => one.scrollWidth > one.clientWidth).map(one => one.id),
              ...[...document.querySelectorAll("table.list > tbody > tr")].filter(row => getComputedStyle(row).display !== "flex").map(row => row.id || row.innerText),
              ...[...document.querySelectorAll("table.list > tbody > tr:not(.details) > td")].filter(cell => cell.getClientRects().length > 0
                && (!cell.dataset.label || getComputedStyle(cell, "::before").content !== JSON.stringify(cell.dataset.label))).map(cell => cell.innerText),
            ]
            """));
        foreach (var width in new[] { 768, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('section')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.id + ' ' + one.scrollWidth)"));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_has_what_is_folded_on_the_screen_and_the_screen_is_as_it_was_afterwards()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/periods/P3.html");
        const string Folded = "document.querySelectorAll('details:not([open])').length";
        var folded = await page.EvaluateAsync<int>(Folded);
        Assert.Equal(3, folded);
        await page.ClickAsync("details summary >> nth=0");
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await page.EvaluateAsync<int>(Folded));
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.Equal(folded - 1, await page.EvaluateAsync<int>(Folded));
    }

    [Fact]
    public async Task A_period_leads_to_those_beside_it_and_every_page_says_in_its_head_of_which_day_it_is()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/periods/P2.html");
        await page.ClickAsync("nav.neighbours a[rel=next]");
        Assert.Equal("P3 第 3 考核期", await page.InnerTextAsync("h1"));
        await page.ClickAsync("nav.neighbours a[rel=prev]");
        Assert.Equal("P2 第 2 考核期", await page.InnerTextAsync("h1"));
        Assert.Equal("数据截至 2026-11-20", await page.InnerTextAsync(".top .day"));
    }

    [Fact]
    public async Task On_a_desk_the_same_rows_are_a_table()
    {
        var (page, _) = await browser.OpenAsync(site.Root, "contracts/pingdingshan-2025/periods/P3.html");
        Assert.Equal("table-row", await page.Locator("#deductions tbody tr").First.EvaluateAsync<string>("row => getComputedStyle(row).display"));
        Assert.True(await page.Locator("#deductions thead").IsVisibleAsync());
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        Assert.Equal(0, hostile.Outcome.Exit);
        foreach (var address in new[] { "index.html", "incidents.html", "search.html?q=script", "contracts/harbour-2026/index.html", "contracts/harbour-2026/incidents/incident-2026-0004.html", "contracts/harbour-2026/notes.html" })
        {
            var (page, complaints) = await browser.OpenAsync(hostile.Root, address.Split('?')[0]);
            if (address.Contains('?', StringComparison.Ordinal))
            {
                await page.FillAsync("#query", "script");
            }

            Assert.NotEqual("owned", await page.TitleAsync());
            Assert.Equal(0, await page.Locator("main img, main script:not([src]), [onerror], [onmouseover], a[href^='javascript' i], a[href^='data' i]").CountAsync());
            Assert.Empty(complaints);
        }

        var (incident, _) = await browser.OpenAsync(hostile.Root, "contracts/harbour-2026/incidents/incident-2026-0004.html");
        Assert.Equal(HostileSite.Summary, await incident.InnerTextAsync("h1"));
        var (notes, _) = await browser.OpenAsync(hostile.Root, "contracts/harbour-2026/notes.html");
        Assert.Equal(["https://example.org/", "https://example.org/auto"], await notes.Locator(".prose a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"));
    }

    private static Task<string> Paper(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
