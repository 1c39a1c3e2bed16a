using System.Net;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>Where pictures go: into the folder that <c>tests/pictures</c> names, which asks for all of them; without it a few are taken and thrown away, so that the way to them is known to work.</summary>
internal static class PictureFolder
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OPSREG_PICTURES");

    /// <summary>Whether somebody wants to look at them.</summary>
    public static bool IsAsked => Folder is not null;

    /// <summary>The languages, widths and colours that a page is looked at in; those that show most come first.</summary>
    public static IReadOnlyList<(string Language, int Width, ColorScheme Scheme)> Views { get; } = IsAsked
        ? [.. from width in new[] { 390, 1280, 768 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from language in scheme == ColorScheme.Light ? new[] { "", "en/" } : ["en/", ""] select (language, width, scheme)]
        : [("", 390, ColorScheme.Light)];

    /// <summary>All of some things where somebody looks; otherwise the first.</summary>
    public static IEnumerable<T> Some<T>(IEnumerable<T> all) => all.Take(IsAsked ? int.MaxValue : 1);

    /// <summary>Keeps a picture under a name.</summary>
    public static void Keep(string name, byte[] picture)
    {
        Check(name, picture);
        if (Folder is not null)
        {
            Write(Path.Combine(Folder, name), picture);
        }
    }

    /// <summary>Renews a picture of the book.</summary>
    public static void KeepForBook(string name, byte[] picture)
    {
        Check(name, picture);
        if (IsAsked)
        {
            Write(Path.Combine(Golden.RepositoryRoot, "docs", "images", name), picture);
        }
    }

    /// <summary>A page of one's own, as a picture of the element that is asked for.</summary>
    public static async Task<byte[]> Of(Browser browser, string html, string element, int width = 1180)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "page.html"), html, Encoding.UTF8);
        var (page, _) = await browser.OpenAsync(folder.Path, "page.html", new() { ViewportSize = new() { Width = width, Height = 400 } });
        var picture = await page.Locator(element).ScreenshotAsync();
        await page.Context.CloseAsync();
        return picture;
    }

    /// <summary>A terminal with some text in it.</summary>
    public static string Terminal(string text) =>
        $"<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:0;background:#11161d\"><pre style=\"margin:0;padding:18px 22px;width:max-content;color:#e4e8ee;font:14px/1.5 'Noto Sans Mono CJK SC',monospace\">{WebUtility.HtmlEncode(text)}</pre>";

    private static void Check(string name, byte[] picture)
    {
        Assert.True(picture is [0x89, 0x50, 0x4e, 0x47, ..], name);
        Assert.True(picture.Length > 5000, $"{name} shows nothing");
    }

    private static void Write(string file, byte[] picture)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, picture);
    }
}
