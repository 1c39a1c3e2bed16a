using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace OpsRegistry.Reporting.Json;

/// <summary>
/// The one writer of JSON. What is written is a record: its members in their order, in camel case; enumerated values as YAML says them, moments in Beijing
/// time, exact decimals as strings, unknown as null, Chinese as it is, one line feed at the end.
/// </summary>
internal static class JsonOutput
{
    /// <summary>How every output is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new MomentJson(), new DayJson() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = OutputContext.Default,
    };

    /// <summary>The same for findings by themselves, which other programs show as they are: controls, invisible characters, quotes and angle brackets are escaped too.</summary>
    public static JsonSerializerOptions Escaped { get; } = new(Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes one document.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">A record that <see cref="OutputContext"/> names.</param>
    public static void Write<T>(TextWriter output, T value) => Write(output, value, Options);

    /// <summary>Writes one document in another way than most.</summary>
    public static void Write<T>(TextWriter output, T value, JsonSerializerOptions options)
    {
        using var lines = new Utf8Lines(output);
        JsonSerializer.Serialize(lines, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        lines.End();
    }
}
