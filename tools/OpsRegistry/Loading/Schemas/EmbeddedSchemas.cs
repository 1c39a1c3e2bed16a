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

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedSchemas).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
