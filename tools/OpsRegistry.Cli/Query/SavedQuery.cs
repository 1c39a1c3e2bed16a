using OpsRegistry.Loading;

namespace OpsRegistry.Cli.Query;

/// <summary>A question that many ask, kept under a name: <c>Queries/name.sql</c>, whose first two lines are its titles as comments.</summary>
internal sealed record SavedQuery(string Name, Text Title, string Sql)
{
    private const string Extension = ".sql", Comment = "-- ";

    private static readonly EmbeddedFiles Files = new(typeof(SavedQuery).Assembly, "Queries/");

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<SavedQuery> All { get; } = Files.Names.Select(Read).ToList();

    /// <summary>The query of a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static SavedQuery Named(string name) => All.FirstOrDefault(query => query.Name == name) ?? throw new UsageException(Misuse.With(
        new($"没有名为“{name}”的查询；见 ./opsreg query --list", $"no saved query is named '{name}'; ./opsreg query --list names them"),
        Nearest.Meant(name, All.ToDictionary(query => query.Name, query => query.Title, StringComparer.Ordinal))));

    private static SavedQuery Read(string file)
    {
        using var reader = new StringReader(Files.Text(file));
        return new(file[..^Extension.Length], new(reader.ReadLine()![Comment.Length..], reader.ReadLine()![Comment.Length..]), reader.ReadToEnd().Trim());
    }
}
