using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>What a checkout on Windows has otherwise: line ends of two characters, and paths beyond 260.</summary>
public sealed partial class WindowsCheckoutTests : IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    [Fact]
    public void With_line_ends_of_two_characters_a_registry_says_the_same()
    {
        var before = Said();
        foreach (var file in Directory.GetFiles(registry.Root, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".json" or ".md" or ".csv"))
        {
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        }

        Assert.Contains('\r', File.ReadAllText(Path.Combine(registry.Root, "ops-registry", "registry.yaml")));
        Assert.Equal(before, Said());
    }

    [Fact]
    public void In_a_folder_with_a_path_beyond_260_characters_a_registry_says_the_same()
    {
        var before = Said();
        using var deep = new TemporaryFolder();
        var root = Directory.CreateDirectory(Path.Combine(deep.Path, string.Join('/', Enumerable.Repeat("运维合同登记库所在的文件夹", 20)))).FullName;
        foreach (var folder in new[] { "ops-registry", "schemas" })
        {
            Directory.Move(Path.Combine(registry.Root, folder), Path.Combine(root, folder));
        }

        Assert.InRange(root.Length, 261, int.MaxValue);
        Assert.Equal(before, Said(root));
        Assert.Equal(0, CommandLine.RunOn(root, "report", "harbour-2026", "--output", Path.Combine(root, "out"), "--lang", "en").Exit);
        var made = CommandLine.RunOn(root, "new", "incident", "harbour-2026", "--on", "2026-07-20", "--no-ask", "--lang", "en");
        Assert.Equal((0, ""), (made.Exit, made.Error));
    }

    public void Dispose() => registry.Dispose();

    private List<Outcome> Said(string? root = null) =>
        new[] { "check --format json", "check --lang en", "score harbour-2026 --lang en", "settle harbour-2026 --lang en", "due --format csv", "explain harbour-2026 P1 --lang en", "schemas", "templates", "test" }
            .Select(line => CommandLine.RunOn(root ?? registry.Root, [.. line.Split(' '), "--no-cache"]))
            .Select(outcome => outcome with { Output = Blob().Replace(outcome.Output, "(blob)") }).ToList();

    // What git calls a file is made of its bytes.
    [GeneratedRegex(@"\(blob [0-9a-f]{12}\)")]
    private static partial Regex Blob();
}
