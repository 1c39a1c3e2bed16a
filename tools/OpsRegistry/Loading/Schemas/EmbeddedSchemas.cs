namespace OpsRegistry.Loading.Schemas;

/// <summary>The schemas that the tool brings along: they judge where a registry keeps none of its own.</summary>
internal static class EmbeddedSchemas
{
    private const string Prefix = "OpsRegistry.Schemas.";

    /// <summary>The texts by file name, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new SortedDictionary<string, string>(
        typeof(EmbeddedSchemas).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], Read),
        StringComparer.Ordinal);

    /// <summary>Whether a file is the one that the tool brings along, to the letter.</summary>
    public static bool Holds(string file, string json) => typeof(EmbeddedSchemas).Assembly.GetManifestResourceInfo(Prefix + file) is not null && Read(Prefix + file) == json;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedSchemas).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
