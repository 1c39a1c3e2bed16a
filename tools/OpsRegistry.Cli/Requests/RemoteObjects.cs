using System.Diagnostics;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Cli.Requests;

/// <summary>
/// Asks git for what another repository holds, and brings objects here without checking anything out: no hook, no submodule, no tag, no prompt, and
/// objects that are not well-formed are refused.
/// </summary>
/// <param name="Root">The checkout.</param>
/// <param name="Forge">How the forge names the ends of requests.</param>
/// <param name="Server">The forge's address, for which the token is meant.</param>
/// <param name="Token">The secret for a private repository; null for none.</param>
internal sealed record RemoteObjects(string Root, ForgeVariables Forge, string Server, string? Token)
{
    private static readonly string[] Guarded =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "protocol.https.allow=always", "-c", "protocol.file.allow=always",
        "-c", "fetch.fsckObjects=true", "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "credential.helper=",
    ];

    /// <summary>The requests whose head is a commit now, by number.</summary>
    public IReadOnlyList<int> RequestsAt(string commit) =>
        Lines("ls-remote", "--refs", "origin", Forge.RequestHeads)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2 && parts[0] == commit)
            .Select(parts => int.TryParse(parts[1].Split('/')[2], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0)
            .Order()
            .ToList();

    /// <summary>True where a branch of the repository itself, below a folder of branches, ends at a commit.</summary>
    public bool IsOwnBranch(string folder, string commit) =>
        Lines("ls-remote", "--refs", "origin", $"refs/heads/{folder}*").Any(line => line.StartsWith(commit + "\t", StringComparison.Ordinal));

    /// <summary>Brings a request's head here.</summary>
    /// <returns>The commit at its end now.</returns>
    public string FetchHead(int number)
    {
        var local = $"refs/opsreg/pull/{number}";
        Lines("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--force", "origin", $"{Forge.RequestHead(number)}:{local}");
        return Lines("rev-parse", "--verify", local)[0];
    }

    /// <summary>The whole message of a commit that is here.</summary>
    public IReadOnlyList<string> Message(string commit) => Lines("show", "-s", "--no-show-signature", "--format=%B", commit);

    private List<string> Lines(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", [.. Guarded, .. arguments]) { UseShellExecute = false, WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        if (Token is not null && Forge.TokenName is { } name)
        {
            // In the environment, where no list of processes shows it.
            start.Environment["GIT_CONFIG_COUNT"] = "1";
            start.Environment["GIT_CONFIG_KEY_0"] = $"http.{Server}/.extraheader";
            start.Environment["GIT_CONFIG_VALUE_0"] = "AUTHORIZATION: basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}:{Token}"));
        }

        using var git = GitProgram.Start(start);
        var complaint = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : throw new IOException($"git {arguments[0]}: {complaint.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "failed"}");
    }
}
