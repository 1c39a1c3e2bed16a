using System.Diagnostics;

namespace OpsRegistry.Tests.Forge;

/// <summary>Runs a verb as a workflow's job does: a process of its own, in an empty folder, with the variables that the forge sets.</summary>
internal static class WorkflowStep
{
    /// <summary>Runs it against a server.</summary>
    public static async Task<Outcome> Run(IForgeServer server, params string[] arguments)
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
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT", StringComparison.Ordinal) || name.StartsWith("CI_", StringComparison.Ordinal)).ToList())
            {
                start.Environment.Remove(name);
            }

            foreach (var (name, value) in server.Variables)
            {
                start.Environment[name] = value;
            }

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
