namespace OpsRegistry.Cli;

/// <summary>The documentation that the tool brings along: a registry of one's own has none of it beside its records.</summary>
internal static class Handbook
{
    private static readonly EmbeddedFiles Files = new(typeof(Handbook).Assembly, "Book/");

    /// <summary>The pages of the book, by file name; rules and schemas of outputs are asked for one by one.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Files.Names.Where(name => !name.Contains('/', StringComparison.Ordinal)).ToDictionary(name => name, Files.Text, StringComparer.Ordinal);

    /// <summary>What <c>opsreg help</c> knows beside its topics: each page, rule and schema, as <c>forges</c>, <c>OPS104</c> and <c>outputs/findings</c>.</summary>
    public static IEnumerable<string> Asked => Files.Names.Select(AskedAs);

    /// <summary>A page, a rule or the schema of an output; null where there is none.</summary>
    /// <param name="name">Its name as <see cref="Asked"/> has it, in letters of either size.</param>
    public static string? Find(string name) => Files.Names.FirstOrDefault(known => string.Equals(AskedAs(known), name, StringComparison.OrdinalIgnoreCase)) is { } found ? Files.Text(found) : null;

    private static string AskedAs(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)] is var page && page == "rules/README" ? "rules" : page.Replace("rules/", "", StringComparison.Ordinal);
}
