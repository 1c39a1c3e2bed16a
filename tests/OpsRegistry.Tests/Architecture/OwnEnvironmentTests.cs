using System.Diagnostics;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>No test rests on what else is set up on a machine.</summary>
public sealed class OwnEnvironmentTests
{
    [Fact]
    public void A_program_that_a_test_starts_sees_the_tests_own_home_locale_time_zone_and_git_settings()
    {
        using var program = Process.Start(new ProcessStartInfo("env") { RedirectStandardOutput = true })!;
        var variables = program.StandardOutput.ReadToEnd().Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        Assert.All(OwnEnvironment.Own, own => Assert.Equal(own.Value, variables[own.Key]));
        Assert.DoesNotContain(variables.Keys, name => name is "DISPLAY" or "COLUMNS" or "NO_COLOR" || name.StartsWith("XDG_", StringComparison.Ordinal));
    }

    [Fact]
    public void Git_has_no_settings_but_those_of_the_repository_and_of_its_command_line()
    {
        using var folder = new TemporaryFolder();
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=a test", "config", "--list", "--show-scope"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;
        Assert.Equal("command\tuser.name=a test\n", git.StandardOutput.ReadToEnd());
    }
}
