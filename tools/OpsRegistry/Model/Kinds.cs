namespace OpsRegistry.Model;

/// <summary>Every kind of file; the list is made from the schemas.</summary>
internal static partial class Kinds
{
    /// <summary>The kind of a name, or null.</summary>
    public static Kind? Named(string name) => Lookup.Names.GetValueOrDefault(name);

    /// <summary>The kind whose name a word is in small letters with hyphens, as it stands in names of files and in paths of terms; null for none.</summary>
    public static Kind? Hyphenated(string word) => Lookup.HyphenatedNames.GetValueOrDefault(word);

    /// <summary>The kind of the files that a path of terms such as <c>scorecard/groups/A</c> leads into; null for none.</summary>
    public static Kind? Leading(string path) =>
        Lookup.HyphenatedNames.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path.AsSpan(0, path.IndexOf('/') is var end and >= 0 ? end : path.Length), out var kind) ? kind : null;

    /// <summary>The kind that a file's name begins with, where the name is a kind, a year and a number; null where it is not.</summary>
    public static Kind? BeginningOf(string fileName) => fileName.Split('-') is [.. var words, _, _] ? Hyphenated(string.Join('-', words)) : null;

    /// <summary>The kind that a word of a command line means: its name in whatever case, with hyphens or in the plural, or its title in Chinese or English; null for none.</summary>
    public static Kind? Called(string word) =>
        All.FirstOrDefault(kind => new[] { kind.Name, kind.KebabName, kind.KebabName + "s", kind.Title.Zh, kind.Title.En }.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The part of the registry that a path belongs to, its files under <c>evidence/</c> among the records, those under <c>sources/</c> among what was agreed; null for guides and for paths where nothing belongs.</summary>
    public static Area? AreaOf(string path) =>
        path.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) && path.Contains("/evidence/", StringComparison.Ordinal)
            ? Area.Records
            : SourceText.IsAt(path) ? Area.Governance
            : All.FirstOrDefault(kind => kind.MatchPath(path) is not null)?.Area;

    /// <summary>The kind whose specs are read into a type.</summary>
    public static Kind Of<TSpec>()
        where TSpec : Spec => Lookup.Types[typeof(TSpec)];

    /// <summary>Made when somebody asks first: the list comes from another file.</summary>
    private static class Lookup
    {
        public static readonly Dictionary<string, Kind> Names = All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        public static readonly Dictionary<string, Kind> HyphenatedNames = All.ToDictionary(kind => kind.KebabName, StringComparer.Ordinal);
        public static readonly Dictionary<Type, Kind> Types = All.ToDictionary(kind => kind.SpecType);
    }
}
