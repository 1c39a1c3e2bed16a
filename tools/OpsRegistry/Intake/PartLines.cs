using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>Parts that a record may do without, in one cell: one a line, <c>部件名称：硬盘；旧件序列号：A1；新件序列号：B2</c>. What comes first needs no name before it.</summary>
internal static class PartLines
{
    private static readonly char[] Between = ['；', ';'], Colons = ['：', ':'];

    /// <summary>How such a line is written.</summary>
    /// <param name="parts">The questions of one part.</param>
    public static Text Form(IReadOnlyList<FormField> parts) => new(
        $"一行一项，写作“{string.Join('；', parts.Select(part => part.Label + "：…"))}”，没有的不写",
        $"one a line, written as {string.Join('；', parts.Select(part => part.Label + "：…"))}, without what there is not");

    /// <summary>The parts to write, or what is wrong with the first line that is not understood.</summary>
    public static (object? Value, FormProblem? Complaint) Read(FormField field, string answer, string contract)
    {
        var parts = new List<YamlMapping>();
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (part, complaint) = ReadLine(field, line, contract);
            if (part is null)
            {
                return (null, complaint);
            }

            parts.Add(part);
        }

        return (parts, null);
    }

    /// <summary>A part as such a line.</summary>
    public static string Show(FormField field, MappingNode part, string contract) => string.Join(
        '；', field.Parts.Where(question => part[question.Key] is not null).Select(question => $"{question.Label}：{RecordAnswers.Show(question, part[question.Key]!, contract)}"));

    private static (YamlMapping? Part, FormProblem? Complaint) ReadLine(FormField field, string line, string contract)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (words, number) in line.TrimStart('-', '*', ' ').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((words, number) => (words, number)))
        {
            var cut = words.IndexOfAny(Colons);
            var named = cut > 0 ? field.Parts.FirstOrDefault(question => question.Label == words[..cut].Trim()) : null;
            if ((named ?? (number == 0 ? field.Parts[0] : null)) is not { } question)
            {
                return (null, Wrong(field, new($"“{words}”没有说是什么", $"'{words}' does not say what it is")));
            }

            if (told.ContainsKey(question.Key))
            {
                return (null, Wrong(field, new($"“{question.Label}”写了两次", $"'{question.Label}' stands there twice")));
            }

            var (value, complaint) = Answers.Read(question, named is null ? words : words[(cut + 1)..].Trim(), contract);
            if (complaint is not null)
            {
                return (null, complaint with { Label = field.Label });
            }

            told[question.Key] = value;
        }

        var part = new YamlMapping();
        foreach (var question in field.Parts)
        {
            if (question.IsRequired && !told.ContainsKey(question.Key))
            {
                return (null, Wrong(field, new($"“{line}”没有写{question.Label}", $"'{line}' lacks '{question.Label}'")));
            }

            part.Add(question.Key, told.GetValueOrDefault(question.Key));
        }

        return (part, null);
    }

    private static FormProblem Wrong(FormField field, Text message) => new(field.Label, message, Form(field.Parts));
}
