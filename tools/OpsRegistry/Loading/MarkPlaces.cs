using YamlDotNet.Core;

namespace OpsRegistry.Loading;

/// <summary>From the library's marks to places.</summary>
internal static class MarkPlaces
{
    /// <summary>The characters between two marks that stand on the first one's line.</summary>
    public static Place Between(SourceLines source, Mark start, Mark end) =>
        source.At(Number(start.Line), Number(start.Column), end.Line == start.Line ? Number(end.Column) - Number(start.Column) : int.MaxValue);

    /// <summary>The first line of a block scalar's text; its <c>|</c> or <c>&gt;</c> when it has none.</summary>
    public static Place OfBlock(SourceLines source, Mark start, Mark end)
    {
        for (var line = Number(start.Line) + 1; line <= Number(end.Line) && line <= source.Lines.Count; line++)
        {
            var text = source.Lines[line - 1];
            var indent = text.Length - text.TrimStart(' ').Length;
            var isText = indent < text.Length && (line < Number(end.Line) || indent < Number(end.Column) - 1);
            if (isText)
            {
                return source.At(line, indent + 1, text.TrimEnd(' ').Length - indent);
            }
        }

        return source.At(Number(start.Line), Number(start.Column), 1);
    }

    private static int Number(long value) => (int)Math.Clamp(value, 0, int.MaxValue);
}
