using System.Diagnostics;

namespace OpsRegistry.Model;

/// <summary>A kind of file: its name, what it is read into, and where such files stand.</summary>
/// <param name="Name">The word after <c>kind:</c>, in PascalCase.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Area">What part of the registry it belongs to.</param>
/// <param name="SpecType">The type that its <c>spec</c> is read into.</param>
/// <param name="PathPattern">Where such a file stands, as <see cref="Model.PathPattern"/> reads it.</param>
internal sealed record Kind(string Name, Text Title, Area Area, Type SpecType, string PathPattern)
{
    /// <summary>Reads what stands under <c>spec:</c>.</summary>
    internal Reader<Spec> Read { get; init; } = (_, _) => throw new UnreachableException();

    /// <summary>The fields under <c>spec:</c>, in the schema's order.</summary>
    public IReadOnlyList<SpecField> Fields
    {
        get;
        init => (field, byKey) = (value, value.ToDictionary(one => one.Key, StringComparer.Ordinal));
    } = [];

    private readonly Dictionary<string, SpecField> byKey = [];

    /// <summary>The fields whose times come one after the other, as the schema says.</summary>
    public IReadOnlyList<(SpecField Earlier, SpecField Later)> InOrder => field ??=
        (from later in Fields from name in later.NotBefore let earlier = Field(name) where earlier is not null select (earlier, later)).ToList();

    /// <summary>The fields that can say that nobody has decided them yet.</summary>
    public IReadOnlyList<SpecField> Undecidable => field ??= Fields.Where(one => one.IsUndecidable).ToList();

    /// <summary>Whether such a file may be of a day still to come.</summary>
    public Ahead Ahead { get; init; }

    /// <summary>The fields that say in a ledger what such a file is about.</summary>
    public IReadOnlyList<string> InShort { get; init; } = [];

    /// <summary>The fields of which the first that is filled in is the day on which such a file's matter happened.</summary>
    public IReadOnlyList<string> OccurredOn { get; init; } = [];

    /// <summary>True where a file's name begins with the kind's.</summary>
    public bool IsNamedAfterKind { get; init; }

    private readonly PathPattern path = new(PathPattern);

    /// <summary>The field of a key, or null.</summary>
    public SpecField? Field(string key) => byKey.GetValueOrDefault(key);

    /// <summary>What people call a word of a field: its usual name, or the word itself.</summary>
    public Text TitleOf(string key, string word) => Field(key)?.Titles.TryGetValue(word, out var title) == true ? title : Text.Same(word);

    /// <summary>The parts of a path that belongs to this kind; null for any other path.</summary>
    public PathParts? MatchPath(string repositoryPath) => path.Match(repositoryPath);

    /// <summary>Where a file of this kind stands that is of a day.</summary>
    public string PathFor(string contract, string name, LocalDate day) => PathPattern
        .Replace("{contract}", contract, StringComparison.Ordinal)
        .Replace("{yyyy}", day.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{mm}", day.Month.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{version}", "", StringComparison.Ordinal)
        .Replace("{name}", name, StringComparison.Ordinal);

    /// <summary>True for a path at which a file of this kind stands, by its folder and, where the name tells the kind, by its name.</summary>
    public bool MayStandAt(string repositoryPath) =>
        MatchPath(repositoryPath) is not null && (!IsNamedAfterKind || Path.GetFileName(repositoryPath).StartsWith(KebabName + "-", StringComparison.Ordinal));

    /// <summary>The name in kebab-case: the schema's file name and the prefix of a record's name.</summary>
    public string KebabName { get; } = string.Concat(Name.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    public override string ToString() => Name;
}

/// <summary>Whether a file may be of a day still to come.</summary>
internal enum Ahead
{
    /// <summary>It tells of what happened.</summary>
    Never,

    /// <summary>It may be filed before its day, as a change is; no figure sees it until then.</summary>
    Planned,

    /// <summary>It is an order, which is known and stands from the day it was given.</summary>
    Announced,
}
