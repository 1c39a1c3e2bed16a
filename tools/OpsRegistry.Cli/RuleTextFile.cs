using OpsRegistry.Reporting.Docs;
using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Cli;

/// <summary>What is said of rules, from the documentation that stands beside the program; and where their pages are shown, where a forge's job tells it.</summary>
internal static class RuleTextFile
{
    /// <summary>The texts; titles alone where the documentation is not there.</summary>
    public static RuleTexts Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "OpsRegistry.xml");
        return new(File.Exists(file) ? DocComments.Read(File.ReadAllText(file)) : new Dictionary<string, string>(), Pages());
    }

    // A registry of one's own has no pages of rules beside its records, so there is nothing to point at.
    private static string? Pages() =>
        File.Exists("docs/rules/README.md") &&
        Environment.GetEnvironmentVariable("GITHUB_SERVER_URL") is { Length: > 0 } server && Environment.GetEnvironmentVariable("GITHUB_REPOSITORY") is { Length: > 0 } repository
            ? $"{server}/{repository}/blob/{Environment.GetEnvironmentVariable("GITHUB_SHA") ?? "HEAD"}/"
            : null;
}
