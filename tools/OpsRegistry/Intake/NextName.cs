using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>The numbers of records run on without gaps, for each kind, contract and year.</summary>
internal static class NextName
{
    /// <summary>The largest number that a name has room for.</summary>
    public const int Largest = 9999;

    /// <summary>True for a kind whose files bear a running number.</summary>
    public static bool IsNumbered(SchemaSet schemas, Kind kind) =>
        schemas.PartOf(kind.Name)?.Below("metadata")?.Below("name")?.Pattern == $"^{kind.KebabName}-[0-9]{{4}}-[0-9]{{4}}$";

    /// <summary>True for a kind whose files may bear a running number.</summary>
    public static bool MayBeNumbered(SchemaSet schemas, Kind kind) =>
        schemas.PartOf(kind.Name)?.Below("metadata")?.Below("name")?.Pattern is { } pattern && SchemaPattern.Compile(pattern).Pattern?.IsMatch($"{kind.KebabName}-2000-0001") == true;

    /// <summary>The name after the last one taken; null where the year is full.</summary>
    /// <param name="year">The year in which the thing happened.</param>
    /// <param name="paths">The paths of every record that is there or was sent in before, in any order, other files among them.</param>
    public static string? After(Kind kind, string contract, int year, IEnumerable<string> paths)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{year:0000}-");
        var last = (
            from path in paths
            let match = kind.MatchPath(path)
            where match?.Contract == contract
            let name = match.Name
            where name.StartsWith(prefix, StringComparison.Ordinal) && name.Length == prefix.Length + 4
            select int.TryParse(name[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0)
            .Max();
        return last < Largest ? string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:0000}") : null;
    }
}
