namespace OpsRegistry.Loading.Schemas;

/// <summary>The schemas that the tool brings along: they judge where a registry keeps none of its own.</summary>
internal static class EmbeddedSchemas
{
    private static readonly EmbeddedFiles Files = new(typeof(EmbeddedSchemas).Assembly, "OpsRegistry.Schemas.");

    /// <summary>The texts by file name, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new SortedDictionary<string, string>(Files.Names.ToDictionary(name => name, Files.Text), StringComparer.Ordinal);

    /// <summary>Whether a file is the one that the tool brings along, to the letter.</summary>
    public static bool Holds(string file, string json) => Files.Holds(file) && Files.Text(file) == json;
}
