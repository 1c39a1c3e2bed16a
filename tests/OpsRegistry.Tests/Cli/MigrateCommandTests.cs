using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A registry is brought to the program's format where it stands, and one from the future is left alone.</summary>
public sealed class MigrateCommandTests : IDisposable
{
    private const string Before = "# ours\r\nspec:\r\n  title: {zh: 甲, en: A} # the name\r\n\r\n  # the language\r\n  language: zh\r\n";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_registry_from_before_formats_were_counted_gets_its_number_and_keeps_every_comment()
    {
        CommandLine.RunOn(folder.Path, "init", folder.Path);
        var settings = Path.Combine(folder.Path, FormatMigration.SettingsPath);
        var whole = File.ReadAllText(settings);
        var old = string.Concat(whole.Split('\n', StringSplitOptions.None).Where(line => !line.Contains("formatVersion", StringComparison.Ordinal)).Select(line => line + "\n"))[..^1];
        File.WriteAllText(settings, old);
        var check = CommandLine.RunOn(folder.Path, "migrate", "--check", "--lang", "en");
        Assert.Equal((1, "ops-registry/registry.yaml\nformat 1: the registry names its format\n1 file would change; nothing was written\n"), (check.Exit, check.Output));
        Assert.Equal(old, File.ReadAllText(settings));
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "migrate").Exit);
        Assert.Equal(whole.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)), File.ReadAllText(settings).Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)));
        var again = CommandLine.RunOn(folder.Path, "migrate", "--check", "--lang", "en");
        Assert.Equal((0, "format 1, which is this program's; nothing to change\n"), (again.Exit, again.Output));
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "check").Exit);
    }

    [Fact]
    public void Only_the_line_that_must_be_there_is_added() =>
        Assert.Equal(
            Before.Replace("# the name\r\n", "# the name\r\n  formatVersion: 1\r\n", StringComparison.Ordinal),
            FormatMigration.Migrate(FormatMigration.SettingsPath, Before, 0));

    [Fact]
    public void A_registry_of_a_newer_format_is_left_alone()
    {
        CommandLine.RunOn(folder.Path, "init", folder.Path);
        var settings = Path.Combine(folder.Path, FormatMigration.SettingsPath);
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("formatVersion: 1", "formatVersion: 7", StringComparison.Ordinal));
        var outcome = CommandLine.RunOn(folder.Path, "migrate", "--lang", "en");
        Assert.Equal((3, "opsreg: the registry has format 7, and this program reads formats up to 1: use a newer opsreg\n"), (outcome.Exit, outcome.Error));
        Assert.Contains("error[OPS015]: the registry has format 7, and this program reads formats up to 1", CommandLine.RunOn(folder.Path, "check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_file_that_cannot_be_read_nothing_is_written()
    {
        CommandLine.RunOn(folder.Path, "init", folder.Path);
        var settings = Path.Combine(folder.Path, FormatMigration.SettingsPath);
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("  formatVersion: 1\n", "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder.Path, "ops-registry/parties/example-vendor.yaml"), "a: [");
        Assert.Equal(1, CommandLine.RunOn(folder.Path, "migrate").Exit);
        Assert.DoesNotContain("formatVersion: 1", File.ReadAllText(settings), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
