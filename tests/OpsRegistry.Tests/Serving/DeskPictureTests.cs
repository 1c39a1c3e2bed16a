using Microsoft.Playwright;
using OpsRegistry.Tests.Site;
using Xunit;

namespace OpsRegistry.Tests.Serving;

/// <summary>Pictures of every kind of page of the desk, to look at.</summary>
[Collection(ServedCollection.Name)]
public sealed class DeskPictureTests(ServedRegistry served, Browser browser)
{
    [Fact]
    public async Task A_picture_of_every_kind_of_page_of_the_desk()
    {
        var request = PictureFolder.IsAsked ? await Requested() : null;
        foreach (var (language, width, scheme) in PictureFolder.Views)
        {
            var (page, _) = await served.OpenAsync(browser, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
            foreach (var (name, address) in PictureFolder.Some(DeskPages.All).Concat(request is null ? [] : [("request", $"desk/requests/{request}.html")]))
            {
                await page.GotoAsync($"{served.Origin}/{language}{address}");
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                PictureFolder.Keep($"desk/{width}/{(language.Length == 0 ? "zh" : "en")}-{scheme.ToString().ToLowerInvariant()}-{name}.png", await page.ScreenshotAsync(new() { FullPage = true }));
            }

            await page.Context.CloseAsync();
        }
    }

    /// <summary>The commit of a request that somebody handed in.</summary>
    private async Task<string> Requested()
    {
        using var visitor = await served.Enter();
        var (_, draft) = await visitor.Post("check", Visitor.Incident());
        var (status, done) = await visitor.Post("submit", Visitor.Incident(draft: (string)draft!["draft"]!, version: (int)draft["version"]!));
        Assert.Equal(200, status);
        return (string)done!["done"]!["commit"]!;
    }
}

/// <summary>The kinds of pages that the desk has, but for a request's, of which there is none at first.</summary>
internal static class DeskPages
{
    public static IReadOnlyList<(string Name, string Address)> All { get; } =
    [
        ("desk", "desk/index.html"), ("contract", "desk/harbour-2026/index.html"), ("requests", "desk/requests.html"), ("incident", "desk/harbour-2026/new/incident.html"),
        ("inspection", "desk/harbour-2026/new/inspection.html"), ("determination", "desk/harbour-2026/new/determination.html?record=incident-2026-0007"),
        ("decision", "desk/harbour-2026/new/decision.html"), ("ruling", "desk/harbour-2026/new/ruling.html"), ("judgement", "desk/harbour-2026/new/judgement.html?period=P3"),
        ("closing", "desk/harbour-2026/new/period-closing.html?period=P2"), ("amendment", "desk/harbour-2026/new/amendment.html"), ("dispute", "desk/harbour-2026/new/dispute.html"),
        ("overview", "index.html"),
    ];
}
