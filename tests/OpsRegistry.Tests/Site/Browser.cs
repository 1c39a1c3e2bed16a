using Microsoft.Playwright;
using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>The system's Chromium, driven by Playwright; its own download of a browser is not needed. Without Chromium these tests fail; they are never skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The axe-core script that <c>./test</c> installs.</summary>
    public static string Axe => Path.Combine(Golden.RepositoryRoot, ".artifacts", "npm", "node_modules", "axe-core", "axe.min.js");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program ?? throw new InvalidOperationException("Chromium is missing: apt-get install chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>Waits until a page that leads on by itself has led there.</summary>
    public static async Task IsAt(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = 60_000 });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>A page of a site opened from disk, without network; what the console complains of is collected.</summary>
    public Task<(IPage Page, List<string> Complaints)> OpenAsync(string root, string address, BrowserNewContextOptions? options = null) =>
        OpenAsync(new Uri(Path.Combine(root, address)).AbsoluteUri, isOffline: true, options);

    /// <summary>A page that is served.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string address, bool isOffline, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale ??= "en-US";
        options.TimezoneId ??= "UTC";
        var context = await browser!.NewContextAsync(options);
        await context.SetOfflineAsync(isOffline);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000); // a busy machine is slow, which no test is about
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add("dialog " + dialog.Message);
        await page.GotoAsync(address);
        return (page, complaints);
    }
}
