using System.Diagnostics;
using Markdig;
using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>The pictures of the book, each made of what it shows: <c>tests/pictures</c> renews docs/images.</summary>
[Collection(SiteCollection.Name)]
public sealed class GuidePictureTests(WrittenSite site, Browser browser)
{
    private const string Intake = "tests/intake";

    [Fact]
    public async Task The_site()
    {
        foreach (var (name, address) in PictureFolder.Some([("site", "index.html"), ("site-contract", "contracts/pingdingshan-2025/index.html")]))
        {
            var (page, _) = await browser.OpenAsync(site.Root, address, new() { ViewportSize = new() { Width = 1280, Height = 1100 }, ColorScheme = ColorScheme.Light });
            var picture = await page.ScreenshotAsync();
            await page.Context.CloseAsync();
            Assert.InRange(picture.Length, 20_000, 600_000);
            PictureFolder.KeepForBook(name + ".png", picture);
        }
    }

    [Fact]
    public async Task The_answer_to_a_form_with_mistakes() =>
        PictureFolder.KeepForBook("intake-refused.png", await PictureFolder.Of(browser, Comment(await File.ReadAllTextAsync(Path.Combine(Golden.RepositoryRoot, Intake, "refused-words", "reply.md"))), "body", 960));

    [Fact]
    public async Task The_comment_under_a_request()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        using var fixture = GitFixture.Of(registry);
        fixture.StartBranch("request").Write("ops-registry/contracts/pingdingshan-2025/records/2026/11/incident-2026-0024.yaml", (await File.ReadAllTextAsync(Path.Combine(Golden.RepositoryRoot, Intake, "incident-pingdingshan", "record.yaml"))).Replace("attributable: false", "attributable: true", StringComparison.Ordinal)).Commit("An incident");
        var review = fixture.Run("review", "--base", "main", "--head", "request", "--merged-at", "2026-11-20T10:00:00+08:00", "--format", "markdown");
        Assert.Contains("−5.00", review.Output, StringComparison.Ordinal);
        PictureFolder.KeepForBook("review-comment.png", await PictureFolder.Of(browser, Comment(review.Output), "body", 960));
    }

    [Fact]
    public async Task The_workbook_as_it_prints()
    {
        if (!PictureFolder.IsAsked)
        {
            Assert.True(File.Exists(Path.Combine(Golden.RepositoryRoot, "docs", "images", "workbook.png"))); // printing takes half a minute: WorkbookPrintTests do it
            return;
        }

        using var folder = new TemporaryFolder();
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        using var fixture = GitFixture.Of(registry).CheckOut();
        Assert.Equal(0, fixture.Run("report", "pingdingshan-2025", "--period", "P1", "--output", folder.Path).Exit);
        var workbook = Directory.EnumerateFiles(folder.Path, "assessment.xlsx", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "printed.pdf"), Reporting.LibreOffice.ToPdf(await File.ReadAllBytesAsync(workbook)));
        using var printed = Process.Start(new ProcessStartInfo("pdftoppm", ["-png", "-r", "96", "-l", "2", "printed.pdf", "page"]) { WorkingDirectory = folder.Path })!;
        await printed.WaitForExitAsync();
        var pages = Directory.EnumerateFiles(folder.Path, "page-*.png").Order(StringComparer.Ordinal).Select(file => $"<img style=\"height:1123px;background:#fff;box-shadow:0 1px 6px #0004\" src=\"data:image/png;base64,{Convert.ToBase64String(File.ReadAllBytes(file))}\">");
        PictureFolder.KeepForBook("workbook.png", await PictureFolder.Of(browser, $"<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:0;padding:10px;width:max-content;display:flex;gap:10px;background:#d4d6d9\">{string.Concat(pages)}</body>", "body", 1640));
    }

    /// <summary>A comment as forges show it.</summary>
    private static string Comment(string markdown) => $$"""
        <!DOCTYPE html><meta charset="utf-8"><style>
          body { margin: 0; padding: 18px; background: #fff; color: #1f2328; font: 15px/1.6 "Noto Sans CJK SC", sans-serif; }
          .box { border: 1px solid #d1d9e0; border-radius: 6px; } .box > header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #59636e; } .box > div { padding: 4px 18px 10px; }
          h2 { font-size: 20px; border-bottom: 1px solid #d1d9e0; padding-bottom: 8px; } h3 { font-size: 17px; } a { color: #0969da; text-decoration: none; }
          table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 4px 12px; } code { background: #eff1f3; border-radius: 4px; padding: 2px 5px; font-size: 85%; overflow-wrap: anywhere; } li { margin: 3px 0; }
        </style><body><div class="box"><header><b>opsreg</b> 评论了</header><div>{{Markdig.Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build())}}</div></div></body>
        """;
}
