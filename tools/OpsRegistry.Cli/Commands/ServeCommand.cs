using System.CommandLine;
using System.Diagnostics;
using OpsRegistry.Cli.Serving;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg serve</c>: the registry in the browser of this computer, to be read, filed into and decided on.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "端口；默认任一空闲的 / the port; any free one by default", HelpName = "number" };
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "不打开浏览器，只显示地址 / show the address and open no browser" };
    private static readonly Option<string?> Branch = new("--branch") { Description = "网站显示哪个分支；默认工作目录 / the branch that the site shows; the work tree by default", HelpName = "branch" };

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        Port.Validators.Add(result =>
        {
            if (result.Tokens is [var asked, ..] && (!int.TryParse(asked.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 65535))
            {
                result.AddError("--port: 0–65535");
            }
        });
        var command = new Verb(
            "serve",
            "在本机浏览器里查看、登记和办理；按 Ctrl+C 停止 / read, file and decide in this computer's browser; Ctrl+C stops it",
            "./opsreg serve",
            "./opsreg serve --port 8765 --no-browser",
            "./opsreg serve --branch main")
        {
            Options = { Port, NoBrowser, Branch, asOf },
        };
        command.SetAction((parse, _) => Run(parse, asOf));
        return command;
    }

    private static async Task<int> Run(ParseResult parse, Option<string?> asOf)
    {
        var workspace = Session.Find(parse);
        if (parse.GetValue(Branch) is { } branch)
        {
            _ = workspace.Commit(branch);
        }

        await using var server = await LocalServer.Start(parse, parse.GetValue(Branch), asOf, parse.GetValue(Port));
        var output = parse.InvocationConfiguration.Output;
        var language = GlobalOptions.LanguageOf(parse);
        await output.WriteLineAsync(server.Address);
        await parse.InvocationConfiguration.Error.WriteLineAsync(new Text("只有本机能打开，地址里的 token 不要给别人；按 Ctrl+C 停止", "open to this computer alone; keep the token in the address to yourself; Ctrl+C stops it").In(language));
        if (!parse.GetValue(NoBrowser))
        {
            Open(server.Address);
        }

        await server.WaitForEnd();
        return ExitCode.Clean;
    }

    // Without a browser the address is there to be opened by hand.
    private static void Open(string address)
    {
        try
        {
            using var browser = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or FileNotFoundException)
        {
        }
    }
}
