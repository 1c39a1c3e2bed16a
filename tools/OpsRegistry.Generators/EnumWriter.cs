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
            words.Append($"        {Quoted(word)} => {name}.{member},\n");
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
                /// <summary>Reads a word of YAML.</summary>
                public static Reader<{{name}}> Reader { get; } = Values.Word(Member, () => [{{string.Join(", ", schema.Words("enum").Select(Quoted))}}]);

                /// <summary>Its name in Chinese and in English.</summary>
                public static Text Title(this {{name}} value) => value switch
                {
            {{arms.ToString().TrimEnd()}}
                    _ => throw new global::System.Diagnostics.UnreachableException(),
                };

                // By a switch: a dictionary of an enumeration is compiled anew for each of them at every start.
                private static {{name}}? Member(string word) => word switch
                {
            {{words.ToString().TrimEnd()}}
                    _ => null,
                };
            }
            """;
    }

    /// <summary>A text as a C# literal.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
