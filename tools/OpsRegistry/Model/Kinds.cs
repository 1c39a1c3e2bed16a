namespace OpsRegistry.Model;

/// <summary>Every kind of file; the list is made from the schemas.</summary>
internal static partial class Kinds
{
    /// <summary>The kind of a name, or null.</summary>
    public static Kind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind that a word of a command line means: its name in whatever case, with hyphens or in the plural, or its title in Chinese or English; null for none.</summary>
    public static Kind? Called(string word) =>
        All.FirstOrDefault(kind => new[] { kind.Name, kind.KebabName, kind.KebabName + "s", kind.Title.Zh, kind.Title.En }.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The part of the registry that a path belongs to, its files under <c>evidence/</c> among the records, those under <c>sources/</c> among what was agreed; null for guides and for paths where nothing belongs.</summary>
    public static Area? AreaOf(string path) =>
        path.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) && path.Contains("/evidence/", StringComparison.Ordinal)
            ? Area.Records
            : SourceText.IsAt(path) ? Area.Governance
            : All.FirstOrDefault(kind => kind.MatchPath(path).Success)?.Area;

    /// <summary>The kind whose specs are read into a type.</summary>
    public static Kind Of<TSpec>()
        where TSpec : Spec => All.Single(kind => kind.SpecType == typeof(TSpec));
}
