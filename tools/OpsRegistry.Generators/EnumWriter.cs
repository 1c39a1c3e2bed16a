using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace OpsRegistry.Generators;

/// <summary>Writes an enumeration of a schema's words, with their titles in both languages.</summary>
internal static class EnumWriter
{
    /// <summary>The source of an enumeration.</summary>
    public static string Write(SchemaNode schema, string name)
    {
        var titles = schema.Json.TryGetProperty("x-titles", out var given) ? given : throw schema.Refused("its words have no x-titles");
        var members = new StringBuilder();
        var arms = new StringBuilder();
        var words = new StringBuilder();
        foreach (var word in schema.Words("enum"))
        {
            var (chinese, english) = schema.Split(titles.TryGetProperty(word, out var title) ? title.GetString()! : throw schema.Refused($"'{word}' has no title"));
            var member = RecordWriter.Pascal(word);
            members.Append($"    /// <summary>{chinese}: {english}.</summary>\n    {member},\n\n");
            arms.Append($"        {name}.{member} => new({Quoted(chinese)}, {Quoted(english)}),\n");
            words.Append($"        [{Quoted(word)}] = {name}.{member},\n");
        }

        return $$"""
            /// <summary>{{schema.Summary()}}</summary>
            public enum {{name}}
            {
            {{members.ToString().TrimEnd()}}
            }

            /// <summary>The words of <see cref="{{name}}"/>.</summary>
            internal static class {{name}}Words
            {
                /// <summary>The members by the words that YAML uses for them.</summary>
                public static IReadOnlyDictionary<string, {{name}}> All { get; } = new Dictionary<string, {{name}}>(global::System.StringComparer.Ordinal)
                {
            {{words.ToString().TrimEnd()}}
                };

                /// <summary>Its name in Chinese and in English.</summary>
                public static Text Title(this {{name}} value) => value switch
                {
            {{arms.ToString().TrimEnd()}}
                    _ => throw new global::System.Diagnostics.UnreachableException(),
                };
            }
            """;
    }

    /// <summary>A text as a C# literal.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
