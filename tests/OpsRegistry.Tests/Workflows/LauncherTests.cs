using System.Diagnostics;
using Xunit;

namespace OpsRegistry.Tests.Workflows;

/// <summary>A job without checkout gets the launcher and the built tool as they stand, and nothing else.</summary>
public sealed class LauncherTests
{
    [Theory]
    [InlineData(false, "", "comment", "opsreg.dll")]
    [InlineData(true, "", "comment", "native")]
    [InlineData(true, "0", "comment", "opsreg.dll")]
    [InlineData(true, "", "serve", "opsreg.dll")]
    public void A_packed_tool_runs_without_its_sources_and_builds_nothing(bool isCompiled, string native, string verb, string program)
    {
        var root = Directory.CreateTempSubdirectory("opsreg-packed-").FullName;
        try
        {
            var built = Directory.CreateDirectory(Path.Combine(root, ".artifacts", "opsreg")).FullName;
            File.WriteAllText(Path.Combine(built, ".built"), "");
            File.Copy(Path.Combine(Golden.RepositoryRoot, "opsreg"), Path.Combine(root, "opsreg"));
            var programs = Directory.CreateDirectory(Path.Combine(root, "programs")).FullName;
            WriteProgram(Path.Combine(programs, "dotnet"), "printf '%s\\n' \"$@\"");
            if (isCompiled)
            {
                WriteProgram(Path.Combine(Directory.CreateDirectory(Path.Combine(built, "native")).FullName, "opsreg"), $"printf '%s\\n' {built}/native \"$@\"");
            }

            var start = new ProcessStartInfo("bash", ["./opsreg", verb, "--request", "a b"]) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
            if (native.Length > 0)
            {
                start.Environment["OPSREG_NATIVE"] = native;
            }

            using var launcher = Process.Start(start)!;
            var output = launcher.StandardOutput.ReadToEnd();
            Assert.Equal("", launcher.StandardError.ReadToEnd());
            Assert.Equal($"{built}/{program}\n{verb}\n--request\na b\n", output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void WriteProgram(string file, string line)
    {
        File.WriteAllText(file, $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
