using System.Diagnostics;
using Xunit;

namespace OpsRegistry.Tests.Workflows;

/// <summary>A job without checkout gets the launcher and the built tool as they stand, and nothing else.</summary>
public sealed class LauncherTests
{
    [Fact]
    public void A_packed_tool_runs_without_its_sources_and_builds_nothing()
    {
        var root = Directory.CreateTempSubdirectory("opsreg-packed-").FullName;
        try
        {
            var built = Directory.CreateDirectory(Path.Combine(root, ".artifacts", "opsreg")).FullName;
            File.WriteAllText(Path.Combine(built, ".built"), "");
            File.Copy(Path.Combine(Golden.RepositoryRoot, "opsreg"), Path.Combine(root, "opsreg"));
            var programs = Directory.CreateDirectory(Path.Combine(root, "programs")).FullName;
            var dotnet = Path.Combine(programs, "dotnet");
            File.WriteAllText(dotnet, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo("bash", ["./opsreg", "comment", "--request", "a b"]) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
            using var launcher = Process.Start(start)!;
            var output = launcher.StandardOutput.ReadToEnd();
            Assert.Equal("", launcher.StandardError.ReadToEnd());
            Assert.Equal($"{built}/opsreg.dll\ncomment\n--request\na b\n", output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
