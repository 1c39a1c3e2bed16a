using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Docs;

/// <summary>The lists of kinds in files that are otherwise written by hand, as the schemas give them; the rest of a file stays as it is.</summary>
internal static class KindLists
{
    /// <summary>The schema that the kinds share.</summary>
    public const string CommonSchema = "schemas/common.schema.json";

    /// <summary>What an editor is told of the schemas.</summary>
    public const string EditorSettings = ".vscode/settings.json";

    /// <summary>The shared schema with every kind of record among the words of <c>recordKind</c>.</summary>
    public static string InCommonSchema(string text) => Filled(
        text, "\"recordKind\": {", "\"enum\": [\n", "\n      ]",
        Kinds.All.Where(kind => kind.Area == Area.Records).Select(kind => $"        \"{kind.Name}\""));

    /// <summary>The settings with the schema of every kind for the files of that kind.</summary>
    public static string InEditorSettings(string text) => Filled(
        text, "\"yaml.schemas\"", ": {\n", "\n  }",
        Kinds.All.Select(kind => $"    \"./schemas/{kind.KebabName}.schema.json\": [{string.Join(", ", Globs(kind).Select(glob => $"\"{glob}\""))}]"));

    /// <summary>A text with other lines between the first opening after a heading, and what closes it.</summary>
    private static string Filled(string text, string heading, string opening, string closing, IEnumerable<string> lines)
    {
        var start = text.IndexOf(opening, text.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + opening.Length;
        return text[..start] + string.Join(",\n", lines) + text[text.IndexOf(closing, start, StringComparison.Ordinal)..];
    }

    /// <summary>Where a kind's files stand, and which there are of another kind, whose schema would refuse them.</summary>
    private static IEnumerable<string> Globs(Kind kind) => kind.IsNamedAfterKind
        ? [Glob(kind)]
        : Kinds.All.Where(other => other.IsNamedAfterKind && other.PathPattern == kind.PathPattern).Select(other => "!" + Glob(other)).Prepend(Glob(kind));

    private static string Glob(Kind kind) => kind.PathPattern
        .Replace("{name}", kind.IsNamedAfterKind ? kind.KebabName + "-*" : "*", StringComparison.Ordinal)
        .Replace("{contract}", "*", StringComparison.Ordinal)
        .Replace("{yyyy}", "*", StringComparison.Ordinal)
        .Replace("{mm}", "*", StringComparison.Ordinal)
        .Replace("{version}", "*", StringComparison.Ordinal);
}
