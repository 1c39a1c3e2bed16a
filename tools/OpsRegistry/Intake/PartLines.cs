using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>
/// Parts of a record in one cell: one a line, <c>部件名称：硬盘；旧件序列号：A1；新件序列号：B2</c>. What comes first needs no name before it; where a part is a thing and a word on it,
/// the thing stands before the word: <c>磁盘空间：异常；建议：清理日志</c>. A name may be shortened while it is clear which is meant.
/// </summary>
internal static class PartLines
{
    private static readonly char[] Between = ['；', ';'], Colons = ['：', ':'];

    /// <summary>How such a line is written.</summary>
    /// <param name="parts">The questions of one part.</param>
    public static Text Form(IReadOnlyList<FormField> parts)
    {
        var named = string.Join('；', parts.Skip(IsWordOnThing(parts) ? 2 : 0).Select(part => part.Label + "：…"));
        if (!IsWordOnThing(parts))
        {
            return new($"一行一项，写作“{named}”，没有的不写", $"one a line, written as {named}, without what there is not");
        }

        var (shortest, whole) = ($"{parts[0].Label}：{parts[1].Options[0].Words}", $"{parts[0].Label}：{parts[1].Options[^1].Words}；{named}");
        return new($"一行一项，写作“{shortest}”，或“{whole}”，没有的不写", $"one a line, written as {shortest}, or as {whole}, without what there is not");
    }

    /// <summary>True where a part says what a thing is and one of a few words on it, and may do without all else.</summary>
    public static bool IsWordOnThing(IReadOnlyList<FormField> parts) =>
        parts is [{ IsRequired: true }, { IsRequired: true, Shape: AnswerShape.Choice }, ..] && parts.Skip(2).All(part => !part.IsRequired);

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
    public static string Show(FormField field, MappingNode part, string contract)
    {
        string Said(FormField question) => RecordAnswers.Show(question, part[question.Key]!, contract);
        var isWord = IsWordOnThing(field.Parts);
        var named = field.Parts.Skip(isWord ? 2 : 0).Where(question => part[question.Key] is not null).Select(question => $"{question.Label}：{Said(question)}");
        return string.Join('；', isWord ? named.Prepend($"{Said(field.Parts[0])}：{WordOf(field.Parts[1], Said(field.Parts[1]))}") : named);
    }

    private static string WordOf(FormField question, string shown) => question.Options.FirstOrDefault(option => option.Shown == shown || option.Value == shown)?.Words ?? shown;

    private static (YamlMapping? Part, FormProblem? Complaint) ReadLine(FormField field, string line, string contract)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (words, number) in line.TrimStart('-', '*', ' ').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((words, number) => (words, number)))
        {
            var cut = words.IndexOfAny(Colons);
            var (name, said) = cut > 0 ? (words[..cut].Trim(), words[(cut + 1)..].Trim()) : ("", words);
            var named = cut > 0 ? Named(field.Parts, name, told) : null;
            var answers = named is not null ? [(named, said)]
                : number > 0 ? []
                : cut > 0 && IsWordOnThing(field.Parts) ? [(field.Parts[0], name), (field.Parts[1], said)]
                : new[] { (Question: field.Parts[0], Answer: words) };
            if (answers.Length == 0)
            {
                return (null, Wrong(field, new($"“{words}”没有说是什么", $"'{words}' does not say what it is")));
            }

            foreach (var (question, answer) in answers)
            {
                if (told.ContainsKey(question.Key))
                {
                    return (null, Wrong(field, new($"“{question.Label}”写了两次", $"'{question.Label}' stands there twice")));
                }

                var (value, complaint) = Answers.Read(question, answer, contract);
                if (complaint is not null)
                {
                    return (null, complaint with { Label = field.Label });
                }

                told[question.Key] = value;
            }
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

    /// <summary>The question that a name means: its own, or one not answered yet that alone has it within its own.</summary>
    private static FormField? Named(IReadOnlyList<FormField> questions, string name, Dictionary<string, object?> told)
    {
        var own = questions.FirstOrDefault(question => question.Label == name);
        var open = questions.Where(question => !told.ContainsKey(question.Key)).ToList();
        return own is not null && open.Contains(own) ? own
            : open.FindAll(question => question.Label.Contains(name, StringComparison.Ordinal)) is [var only] ? only
            : own;
    }

    private static FormProblem Wrong(FormField field, Text message) => new(field.Label, message, Form(field.Parts));
}
