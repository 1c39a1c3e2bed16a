using System.Diagnostics;

namespace OpsRegistry.Tests.Forge;

/// <summary>Runs a verb as a workflow's job does: a process of its own, in an empty folder, with the variables that GitHub sets.</summary>
internal static class WorkflowStep
{
    /// <summary>Runs it against a server.</summary>
    public static async Task<Outcome> Run(GitHubServer server, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("opsreg-job-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "opsreg.dll"), .. arguments])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
            {
                start.Environment.Remove(name);
            }

            start.Environment["GITHUB_API_URL"] = server.Address.ToString();
            start.Environment["GITHUB_REPOSITORY"] = GitHubRepository.FullName;
            start.Environment["GITHUB_SERVER_URL"] = "https://github.com";
            start.Environment["GITHUB_TOKEN"] = GitHubServer.Token;
            start.Environment["OPSREG_LOGIN"] = GitHubRepository.Bot;
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new(process.ExitCode, output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
