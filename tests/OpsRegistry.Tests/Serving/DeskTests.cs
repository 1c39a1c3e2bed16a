using Microsoft.Playwright;
using OpsRegistry.Tests.Site;
using Xunit;

namespace OpsRegistry.Tests.Serving;

/// <summary>Both desks in a real browser, from the first word that a vendor types to the seal.</summary>
[Collection(ServedCollection.Name)]
public sealed class DeskTests(ServedRegistry served, Browser browser)
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task On_a_telephone_an_incident_is_filed_with_its_photo_and_report_determined_merged_closed_and_sealed()
    {
        var (page, complaints) = await Enter("/", new() { Locale = "zh-CN", ViewportSize = new() { Width = 390, Height = 844 } });

        // The vendor: own post, an incident with a photo, its report in the same request.
        await page.ClickAsync("nav a:has-text('办理')");
        await page.ClickAsync("#contracts a");
        await page.SelectOptionAsync("#post", "harbour-op-01");
        await FileIncident(page);
        Assert.Contains("P3", await page.InnerTextAsync("#done"), StringComparison.Ordinal);
        Assert.Contains("已推送到 origin", await page.InnerTextAsync("#done"), StringComparison.Ordinal);
        await Fits(page);
        await page.ClickAsync("#done a:has-text('再登记一条')");
        await FileReport(page);
        Assert.Equal(0, await page.Locator("#drafts").CountAsync());
        var branch = Assert.Single(served.Git("branch", "--format=%(refname:short)", "--list", "desk/*").Split('\n'));
        Assert.Equal(served.Git("rev-parse", branch), served.Git("ls-remote", "origin", $"refs/heads/{branch}").Split('\t')[0]);
        Assert.Equal("harbour-op-01", served.Git("log", "-1", "--format=%an", branch));
        Assert.Equal("", served.Git("status", "--porcelain"));

        // The purchaser: the request with its review and the photo, merged on the other side; then what was claimed is determined.
        await page.GotoAsync(served.Origin + "/desk/requests.html");
        await page.ClickAsync("#requests a");
        var review = await page.InnerTextAsync("#review");
        Assert.Contains("事件 2026-0008", review, StringComparison.Ordinal);
        Assert.DoesNotContain("<", review, StringComparison.Ordinal);
        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelector('img.proof').naturalWidth"));
        await Fits(page);
        Assert.Empty(await Violations(page));
        Merge(branch);
        await page.GotoAsync(served.Origin + "/desk/harbour-2026/new/determination.html?record=incident-2026-0008");
        Assert.Contains("attributable", await page.Locator("#f-field-list option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
        await page.FillAsync("[name=field]", "attributable");
        await page.FillAsync("[name=value]", "false");
        await page.FillAsync("[name=reason]", "机房断电，非运维原因。");
        await page.FillAsync("[name=determinedBy]", "harbour-review-01");
        await page.FillAsync("[name=determinedOn]", "2026-07-28");
        Assert.Contains("交上去以后：P3", await HandIn(page), StringComparison.Ordinal);
        Merge("desk/harbour-2026-determination-2026-0001");

        // Closed and sealed.
        await page.GotoAsync(served.Origin + "/desk/harbour-2026/new/period-closing.html?period=P2");
        await page.FillAsync("[name=closedBy]", "harbour-review-01");
        await page.FillAsync("[name=closedOn]", "2026-07-29");
        await HandIn(page);
        Merge(served.Git("branch", "--format=%(refname:short)", "--list", "desk/*closing*"));
        await page.GotoAsync(served.Origin + "/desk/harbour-2026/index.html");
        await page.Locator("button[data-seal=P1]").First.ClickAsync();
        await page.Locator("[role=status]:has-text('desk/harbour-2026-seal-p1')").WaitForAsync();
        await Fits(page);
        Merge("desk/harbour-2026-seal-p1");
        Assert.Equal(0, CommandLine.RunOn(served.Root, "check", "--no-cache", "--severity", "error").Exit);
        Assert.Equal(0, CommandLine.RunOn(served.Root, "verify", "--seals", "--no-cache").Exit);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_drafts_are_there_again_after_a_reload()
    {
        var (page, _) = await Enter("/en/desk/harbour-2026/new/incident.html");
        await page.FillAsync("[name=summary]", "Berth list does not open");
        await page.FillAsync("[name=reportedAt]", "2026-07-21T10:00");
        await page.FillAsync("[name=respondedAt]", "2026-07-21T09:00");
        await page.RunAndWaitForResponseAsync(() => page.SelectOptionAsync("[name=category]", "fault"), response => response.Request.PostData?.Contains("\"fault\"", StringComparison.Ordinal) == true);
        await page.Locator("#saved:has-text('to be filled in yet')").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal("Berth list does not open", await page.InputValueAsync("[name=summary]"));
        Assert.Equal("fault", await page.InputValueAsync("[name=category]"));
        await page.SelectOptionAsync("[name=channel]", "phone");
        await page.SelectOptionAsync("[name=attributable]", "true");
        await page.SelectOptionAsync("[name=causeCategory]", "operation");
        await page.CheckAsync("[name=systems][value=scheduling]");
        await page.Locator("#f-respondedAt-said:not(:empty)").WaitForAsync();
        Assert.Equal("true", await page.GetAttributeAsync("[name=respondedAt]", "aria-invalid"));
        await page.ClickAsync("button.primary");
        Assert.Equal(0, await page.Locator("#done:visible").CountAsync());
        await page.ClickAsync("#discard");
        await Browser.IsAt(page, served.Origin + "/en/desk/harbour-2026/index.html");
        Assert.Equal(0, await page.Locator("#drafts").CountAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>Every kind of page of the desk, some in English too; a request's page is judged where one is handed in.</summary>
    public static TheoryData<string> Pages { get; } = [.. DeskPages.All.Select(page => "/" + page.Address), "/en/desk/harbour-2026/index.html", "/en/desk/harbour-2026/new/determination.html?record=incident-2026-0007"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_a_telephone_the_desk_fits_and_axe_finds_nothing(string address)
    {
        var (page, complaints) = await Enter(address, new() { ViewportSize = new() { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Dark });
        await Fits(page);
        Assert.Empty(await Violations(page));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_workbook_that_is_dropped_comes_back_with_what_is_wrong_in_its_cells()
    {
        var (page, _) = await Enter("/en/desk/harbour-2026/index.html");
        var form = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='form.xlsx']"));
        await page.SetInputFilesAsync("[name=workbook]", (await form.PathAsync())!);
        await page.Locator("form[data-import] .said li").First.WaitForAsync();
        var answer = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("form[data-import] a[href*='answers/']"));
        Assert.True(new FileInfo((await answer.PathAsync())!).Length > 10_000);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_workbook_without_a_fault_that_is_dropped_is_filed_on_a_branch_and_comes_back_with_the_names_of_what_became_of_its_rows()
    {
        var (page, complaints) = await Enter("/en/desk/harbour-2026/index.html", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var form = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='form.xlsx']"));
        var filled = Path.Combine(Path.GetTempPath(), $"opsreg-{Guid.NewGuid():N}.xlsx");
        try
        {
            File.Copy((await form.PathAsync())!, filled);
            FillIn(filled);
            await page.SetInputFilesAsync("[name=workbook]", filled);
            await page.Locator("form[data-import] .said a[href*='answers/']").WaitForAsync();
            var answer = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("form[data-import] a[href*='answers/']"));
            await Fits(page);
            var branch = Assert.Single(served.Git("branch", "--format=%(refname:short)", "--list", "desk/harbour-2026-incident-*").Split('\n', StringSplitOptions.RemoveEmptyEntries));
            var added = Assert.Single(served.Git("diff", "--name-only", "main", branch).Split('\n'));
            Assert.Contains("泊位图打不开", served.Git("show", $"{branch}:{added}"), StringComparison.Ordinal);
            Assert.Equal(served.Git("rev-parse", branch), served.Git("ls-remote", "origin", $"refs/heads/{branch}").Split('\t')[0]);
            Assert.Contains(Path.GetFileNameWithoutExtension(added), Reporting.WorkbookText.Of(await File.ReadAllBytesAsync((await answer.PathAsync())!)), StringComparison.Ordinal);
            Assert.Empty(complaints);
            served.Git("branch", "--quiet", "-D", branch);
            served.Git("push", "--quiet", "origin", "--delete", branch);
        }
        finally
        {
            File.Delete(filled);
            await page.Context.CloseAsync();
        }
    }

    private static void FillIn(string form)
    {
        using var sheet = new Cli.FormSheetEditor(form, "事件");
        foreach (var (label, words) in new[] { ("事件概述", "泊位图打不开"), ("报告时间", "2026-07-22 09:10"), ("响应时间", "2026-07-22 09:14"), ("恢复时间", "2026-07-22 09:40"), ("运维单位原因", "否") })
        {
            sheet.Write(4, label, words);
        }

        foreach (var label in new[] { "事件类别", "受影响系统", "报告渠道", "原因类别" })
        {
            sheet.Pick(4, label);
        }
    }

    /// <summary>Opens the address of the terminal, then a page.</summary>
    private async Task<(IPage Page, List<string> Complaints)> Enter(string address, BrowserNewContextOptions? options = null)
    {
        var (page, complaints) = await served.OpenAsync(browser, options);
        await page.GotoAsync(served.Origin + address);
        return (page, complaints);
    }

    private static async Task FileIncident(IPage page)
    {
        await page.ClickAsync("#file a:text-is('事件')");
        await page.FillAsync("[name=summary]", "泊位表打不开");
        await page.SelectOptionAsync("[name=category]", "fault");
        await page.CheckAsync("[name=systems][value=scheduling]");
        await page.SelectOptionAsync("[name=channel]", "phone");
        await page.FillAsync("[name=reportedAt]", "2026-07-20T10:00");
        await page.FillAsync("[name=respondedAt]", "2026-07-20T10:05");
        await page.FillAsync("[name=restoredAt]", "2026-07-20T10:30");
        await page.FillAsync("[name=resolvedAt]", "2026-07-20T10:30");
        await page.ClickAsync("button[data-add=interruptions]");
        await page.FillAsync("[name='interruptions/0/from']", "2026-07-20T10:00");
        await page.FillAsync("[name='interruptions/0/to']", "2026-07-20T10:30");
        await page.SelectOptionAsync("[name=attributable]", "true");
        await page.SelectOptionAsync("[name=causeCategory]", "operation");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "现场 照片.png", MimeType = "image/png", Buffer = Picture });
        await page.Locator("#proofs select").SelectOptionAsync("photo");
        Assert.Contains("交上去以后：P3", await HandIn(page), StringComparison.Ordinal);
    }

    private static async Task FileReport(IPage page)
    {
        await page.ClickAsync("#file a:text-is('故障报告')");
        Assert.Contains("incident-2026-0008", await page.Locator("#f-incident-list option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
        await page.FillAsync("[name=incident]", "incident-2026-0008");
        await page.FillAsync("[name=reportType]", "analysis");
        await page.FillAsync("[name=submittedAt]", "2026-07-21T10:00");
        await HandIn(page);
    }

    /// <summary>Waits for the effect, hands in, and gives what the effect said.</summary>
    private static async Task<string> HandIn(IPage page)
    {
        await page.Locator("#effect strong").First.WaitForAsync();
        var effect = await page.InnerTextAsync("#effect");
        await page.EvaluateAsync("document.querySelectorAll('#effect details').forEach(one => one.open = true)");
        await Fits(page);
        await page.ClickAsync("button.primary");
        await page.Locator("#done:visible").WaitForAsync();
        await Fits(page);
        Assert.Empty(await Violations(page));
        return effect;
    }

    private static async Task Fits(IPage page) => Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

    // What the forge, or the purchaser's own git, does.
    private void Merge(string branch)
    {
        served.Git("merge", "--quiet", "--no-ff", "-m", "Merge " + branch, branch);
        served.Git("push", "--quiet", "origin", "main");
        served.Git("branch", "--quiet", "-d", branch);
        served.Git("push", "--quiet", "origin", "--delete", branch);
    }

    private static async Task<string[]> Violations(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Browser.Axe));
        return await page.EvaluateAsync<string[]>(AccessibilityTests.Run);
    }
}
