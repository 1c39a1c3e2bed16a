using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Intake;

/// <summary>What a record says, as the answers of its form: what is exported, and what a row that comes back is compared with.</summary>
internal static class RecordAnswers
{
    /// <summary>The answers by label; what the record leaves out is absent.</summary>
    public static IReadOnlyDictionary<string, string> Read(IntakeForm form, Resource record) =>
        Read(FormSheet.Questions(form), field => ValueOf(record.Root, field.Key), record.Metadata.Contract ?? "");

    /// <summary>The answers of one part.</summary>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<FormField> questions, MappingNode part, string contract) => Read(questions, field => part[field.Key], contract);

    /// <summary>What a record tells part by part; none where its form has no parts.</summary>
    public static IReadOnlyList<AnsweredPart> Parts(IntakeForm form, Resource record) =>
        PartAnswers.QuestionOf(form.Fields) is { } parts ? PartAnswers.Show(parts, ValueOf(record.Root, parts.Key), record.Metadata.Contract ?? "") : [];

    private static Dictionary<string, string> Read(IReadOnlyList<FormField> questions, Func<FormField, Node?> find, string contract) =>
        (from field in questions
         where field.Shape != AnswerShape.Parts
         let value = find(field)
         where value is not null
         let shown = Show(field, value, contract)
         where shown.Length > 0
         select (field.Label, shown)).ToDictionary(pair => pair.Label, pair => pair.shown, StringComparer.Ordinal);

    /// <summary>The value of a question in a file.</summary>
    public static Node? ValueOf(MappingNode root, string key) => (root[key == IntakeForm.NoteKey ? "metadata" : "spec"] as MappingNode)?[key];

    /// <summary>The path of a question's value, as <see cref="YamlEdit"/> names it.</summary>
    public static string PathOf(string key) => key == IntakeForm.NoteKey ? $"metadata/{key}" : $"spec/{key}";

    /// <summary>An answer in its one form, by which equal answers are known however they were written; empty for one that says no more than leaving it out.</summary>
    public static string Canonical(FormField field, Kind kind, object? value) =>
        value is null or false && (value is null || kind.Field(field.Key)?.SpeaksWhenAbsent != false) || value is System.Collections.ICollection { Count: 0 }
            ? ""
            : YamlText.Write(new() { { "k", value is string text ? text.Trim() : value } });

    /// <summary>A value as people write it in the form.</summary>
    public static string Show(FormField field, Node value, string contract) => field.Shape switch
    {
        AnswerShape.Truth => Text(value) == "true" ? "是" : "否",
        AnswerShape.Time => Time(Text(value)),
        AnswerShape.Stretches => Lines(value, stretch => $"{Time(Text(stretch["from"]))} 至{(stretch["to"] is { } to ? " " + Time(Text(to)) : "今")}"),
        AnswerShape.PartLines => Lines(value, part => PartLines.Show(field, part, contract)),
        AnswerShape.Proofs => string.Join('、', Items(value).OfType<MappingNode>().Select(proof => HandedProofs.Show(Text(proof["role"]), Text(proof["file"])))),
        AnswerShape.Days => value is MappingNode days ? $"{Text(days["from"])} 至 {Text(days["through"])}" : Text(value),
        AnswerShape.Parts => throw new System.Diagnostics.UnreachableException(), // told in rows
        AnswerShape.Bilingual => value is MappingNode words ? $"{Text(words["zh"])} / {Text(words["en"])}" : Text(value),
        AnswerShape.Choice or AnswerShape.Name => Option(field, Text(value), contract),
        AnswerShape.Choices or AnswerShape.Names when field.IsRequired && !Items(value).Any() => Answers.NobodyAtAll,
        AnswerShape.Choices or AnswerShape.Names => string.Join('、', Items(value).Select(item => Option(field, Text(item), contract))),
        AnswerShape.Line or AnswerShape.Paragraph or AnswerShape.Number or AnswerShape.Figure or AnswerShape.Date or AnswerShape.Money => Text(value).Trim(),
    };

    private static string Option(FormField field, string value, string contract) =>
        FormSheet.Options(field, contract).FirstOrDefault(option => option.Value == value) is { } option ? FormSheet.Shown(option) : value;

    private static string Lines(Node value, Func<MappingNode, string> show) => string.Join('\n', Items(value).OfType<MappingNode>().Select(show));

    private static IEnumerable<Node> Items(Node value) => value is SequenceNode list ? list.Items : [value];

    private static string Text(Node? value) => (value as ScalarNode)?.Text ?? "";

    private static string Time(string text) => Values.TimeIn(text) is { } time && BeijingTime.Local(time.ToInstant()) is var local
        ? local.ToString(local.Second == 0 ? "uuuu'-'MM'-'dd HH':'mm" : "uuuu'-'MM'-'dd HH':'mm':'ss", CultureInfo.InvariantCulture)
        : text;
}
