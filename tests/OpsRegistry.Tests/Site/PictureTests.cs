using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>Pictures of every kind of page and of terminal screens, to look at.</summary>
[Collection(SiteCollection.Name)]
public sealed class PictureTests(WrittenSite site, Browser browser)
{
    private static readonly (string Name, string[] Arguments)[] Screens =
    [
        ("help", ["--help"]), ("check", ["check"]), ("score", ["score", "pingdingshan-2025"]), ("explain", ["explain", "pingdingshan-2025", "P4", "B1-1"]),
        ("due", ["due"]), ("waiting", ["waiting"]), ("settle", ["settle", "pingdingshan-2025"]), ("sla", ["sla", "pingdingshan-2025", "--period", "P4"]),
        ("staff", ["staff", "pingdingshan-2025"]), ("coverage", ["coverage"]), ("list", ["list", "incident"]), ("help-score", ["score", "--help"]), ("topics", ["help"]),
        ("clock", ["clock", "deadline", "--start", "2026-02-13T16:30", "--amount", "PT4H", "--window", "5x9"]), ("test", ["test", "pingdingshan-2025"]),
    ];

    [Fact]
    public async Task A_picture_of_every_kind_of_page_in_three_widths_light_and_dark_in_both_languages()
    {
        foreach (var (language, width, scheme) in PictureFolder.Views)
        {
            foreach (var address in PictureFolder.Some(AccessibilityTests.Pages.Select(page => page.Data)))
            {
                var (page, complaints) = await browser.OpenAsync(site.Root, language + address, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
                var picture = await page.ScreenshotAsync(new() { FullPage = true });
                await page.Context.CloseAsync();
                Assert.Empty(complaints);
                PictureFolder.Keep($"site/{width}/{(language.Length == 0 ? "zh" : "en")}-{scheme.ToString().ToLowerInvariant()}-{address.Replace('/', '-').Replace(".html", "", StringComparison.Ordinal)}.png", picture);
            }
        }
    }

    [Fact]
    public async Task A_picture_of_every_terminal_screen_in_both_languages()
    {
        foreach (var (name, arguments) in PictureFolder.Some(Screens))
        {
            foreach (var language in PictureFolder.Some(["zh", "en"]))
            {
                var outcome = CommandLine.Run([.. arguments, "--lang", language]);
                Assert.NotEqual("", outcome.Output);
                PictureFolder.Keep($"terminal/{language}-{name}.png", await PictureFolder.Of(browser, PictureFolder.Terminal($"$ ./opsreg {string.Join(' ', arguments)}\n{outcome.Output}{outcome.Error}"), "pre"));
            }
        }
    }
}
