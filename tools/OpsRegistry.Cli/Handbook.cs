namespace OpsRegistry.Cli;

/// <summary>The documentation that the tool brings along: a registry of one's own has none of it beside its records.</summary>
internal static class Handbook
{
    private const string Prefix = "Book/";

    private static readonly string[] Names = [.. typeof(Handbook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The pages of the book, by file name; rules and schemas of outputs are asked for one by one.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Names.Where(name => !name.Contains('/', StringComparison.Ordinal)).ToDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>What <c>opsreg help</c> knows beside its topics: each page, rule and schema, as <c>forges</c>, <c>OPS104</c> and <c>outputs/findings</c>.</summary>
    public static IEnumerable<string> Asked => Names.Select(AskedAs);

    /// <summary>A page, a rule or the schema of an output; null where there is none.</summary>
    /// <param name="name">Its name as <see cref="Asked"/> has it, in letters of either size.</param>
    public static string? Find(string name) => Names.FirstOrDefault(known => string.Equals(AskedAs(known), name, StringComparison.OrdinalIgnoreCase)) is { } found ? Read(found) : null;

    private static string AskedAs(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)] is var page && page == "rules/README" ? "rules" : page.Replace("rules/", "", StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Handbook).Assembly.GetManifestResourceStream(Prefix + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
