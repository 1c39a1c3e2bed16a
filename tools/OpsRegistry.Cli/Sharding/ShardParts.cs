using OpsRegistry.Reporting.Shards;

namespace OpsRegistry.Cli.Sharding;

/// <summary>What the contracts of a run gave, told in one way whether a part of them was computed or all parts are joined.</summary>
internal static class ShardParts
{
    /// <summary>The contracts of all parts, by name.</summary>
    public static IReadOnlyList<ShardPart> InOrder(IEnumerable<ShardDocument> documents) =>
        documents.SelectMany(document => document.Parts).OrderBy(part => part.Contract, StringComparer.Ordinal).ToList();

    /// <summary>Says on the error stream what was said of each contract.</summary>
    /// <returns>The exit code that all of them ask for.</returns>
    public static int Say(IReadOnlyList<ShardPart> parts, Session session)
    {
        foreach (var line in parts.SelectMany(part => part.Said))
        {
            session.Error.WriteLine(line);
        }

        return parts.Select(part => part.Exit).Append(ExitCode.Clean).Max();
    }
}
