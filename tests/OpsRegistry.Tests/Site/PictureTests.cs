using System.Net;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>
/// Pictures of every kind of page and of terminal screens, to look at: <c>tests/pictures</c> puts them into a folder and renews docs/images. Without that
/// folder one of them is taken, so that the way to them is known to work.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed class PictureTests(WrittenSite site, Browser browser)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OPSREG_PICTURES");

    private static readonly int[] Widths = [390, 768, 1280];

    private static readonly (string Name, string[] Arguments)[] Screens =
    [
        ("help", ["--help"]), ("check", ["check"]), ("score", ["score", "pingdingshan-2025"]), ("explain", ["explain", "pingdingshan-2025", "P4", "B1-1"]),
        ("due", ["due"]), ("waiting", ["waiting"]), ("settle", ["settle", "pingdingshan-2025"]), ("sla", ["sla", "pingdingshan-2025", "--period", "P4"]),
        ("staff", ["staff", "pingdingshan-2025"]), ("coverage", ["coverage"]), ("list", ["list", "incident"]),
    ];

    [Fact]
    public async Task A_picture_of_every_kind_of_page_in_three_widths_light_and_dark_in_both_languages()
    {
        foreach (var address in AccessibilityTests.Pages.Select(page => page.Data).Take(Folder is null ? 1 : int.MaxValue))
        {
            foreach (var (language, width, scheme) in
                from language in Folder is null ? new[] { "" } : ["", "en/"]
                from width in Folder is null ? Widths[..1] : Widths
                from scheme in Folder is null ? new[] { ColorScheme.Light } : [ColorScheme.Light, ColorScheme.Dark]
                select (language, width, scheme))
            {
                var (page, complaints) = await browser.OpenAsync(site.Root, language + address, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
                var picture = await page.ScreenshotAsync(new() { FullPage = true });
                await page.Context.CloseAsync();
                Assert.Empty(complaints);
                Keep($"{width}/{(language.Length == 0 ? "zh" : "en")}-{scheme.ToString().ToLowerInvariant()}-{address.Replace('/', '-').Replace(".html", "", StringComparison.Ordinal)}.png", picture);
            }
        }
    }

    [Fact]
    public async Task A_picture_of_every_terminal_screen_in_both_languages()
    {
        foreach (var (name, arguments) in Folder is null ? Screens[..1] : Screens)
        {
            foreach (var language in Folder is null ? new[] { "zh" } : ["zh", "en"])
            {
                var outcome = CommandLine.Run([.. arguments, "--lang", language]);
                Assert.NotEqual("", outcome.Output);
                Keep($"terminal/{language}-{name}.png", await Terminal($"$ ./opsreg {string.Join(' ', arguments)}\n{outcome.Output}{outcome.Error}"));
            }
        }
    }

    [Fact]
    public async Task The_pictures_of_the_guides_are_made_of_the_pages_that_they_show()
    {
        foreach (var (name, address) in new[] { ("site", "index.html"), ("site-contract", "contracts/pingdingshan-2025/index.html") }.Take(Folder is null ? 1 : 2))
        {
            var (page, _) = await browser.OpenAsync(site.Root, address, new() { ViewportSize = new() { Width = 1280, Height = 1100 }, ColorScheme = ColorScheme.Light });
            var picture = await page.ScreenshotAsync();
            await page.Context.CloseAsync();
            Assert.InRange(picture.Length, 20_000, 600_000);
            if (Folder is not null)
            {
                await File.WriteAllBytesAsync(Path.Combine(Golden.RepositoryRoot, "docs", "images", name + ".png"), picture);
            }
        }
    }

    private async Task<byte[]> Terminal(string text)
    {
        var file = Path.Combine(site.Root, "terminal.html");
        await File.WriteAllTextAsync(file, $"<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:0;background:#11161d\"><pre style=\"margin:0;padding:18px 22px;width:max-content;color:#e4e8ee;font:14px/1.5 'Noto Sans Mono CJK SC',monospace\">{WebUtility.HtmlEncode(text)}</pre>", Encoding.UTF8);
        var (page, _) = await browser.OpenAsync(site.Root, "terminal.html", new() { ViewportSize = new() { Width = 1180, Height = 400 } });
        var picture = await page.Locator("pre").ScreenshotAsync();
        await page.Context.CloseAsync();
        File.Delete(file);
        return picture;
    }

    private static void Keep(string name, byte[] picture)
    {
        Assert.True(picture is [0x89, 0x50, 0x4e, 0x47, ..], name);
        Assert.True(picture.Length > 5000, $"{name} shows nothing");
        if (Folder is not null)
        {
            var file = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, picture);
        }
    }
}
