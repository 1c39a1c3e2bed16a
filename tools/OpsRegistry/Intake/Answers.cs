using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>Reads what people typed or picked as values of a record. Full-width figures and colons, slashes and 年月日 are understood.</summary>
internal static class Answers
{
    /// <summary>The choices of a question that is answered with yes or no.</summary>
    public static IReadOnlyList<FormOption> Truths { get; } = [new("是", "是"), new("否", "否")];

    private static readonly char[] Separators = [',', '，', '、', ';', '；', ' ', '　', '\n', '\t'];

    /// <summary>The value to write, or what is wrong with the answer.</summary>
    /// <param name="answer">The answer, not empty.</param>
    /// <param name="contract">The contract that the record belongs to.</param>
    public static (object? Value, FormProblem? Complaint) Read(FormField field, string answer, string contract) => field.Shape switch
    {
        AnswerShape.Number => int.TryParse(WrittenTime.HalfWidth(answer), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, null)
            : Wrong(field, new($"“{Cut(answer)}”不是整数", $"'{Cut(answer)}' is not a whole number"), new("只写数字，例如 24", "write figures only, such as 24")),
        AnswerShape.Truth => answer switch
        {
            "是" => (true, null),
            "否" => (false, null),
            _ => Wrong(field, new($"“{Cut(answer)}”不是“是”或“否”", $"'{Cut(answer)}' is neither yes (是) nor no (否)"), new("在列表里选“是”或“否”", "pick 是 or 否 from the list")),
        },
        AnswerShape.Date => WrittenTime.Date(answer) is { } day ? (day, null) : Wrong(field, new($"“{Cut(answer)}”不是日期", $"'{Cut(answer)}' is not a date"), new("写作 2026-01-08", "write it as 2026-01-08")),
        AnswerShape.Time => WrittenTime.Time(answer) is { } time ? (time, null) : Wrong(field, new($"“{Cut(answer)}”不是时间", $"'{Cut(answer)}' is not a time"), new("日期和时刻都要写，例如 2026-01-08 09:40", "write day and time of day, such as 2026-01-08 09:40")),
        AnswerShape.Choice => Pick(field, answer, contract),
        AnswerShape.Choices => PickSeveral(field, answer, contract),
        AnswerShape.Names => (answer.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList(), null),
        AnswerShape.Stretches => Lines(field, answer, WrittenTime.Stretch, new("写作 2026-01-08 09:38 至 2026-01-08 10:12", "write it as 2026-01-08 09:38 至 2026-01-08 10:12")),
        AnswerShape.InspectedItems => Lines(field, answer, InspectedLine.Read, InspectedLine.Form),
        AnswerShape.Line => (string.Join(' ', answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), null),
        AnswerShape.Paragraph => (answer, null),
    };

    private static (object?, FormProblem?) Lines(FormField field, string answer, Func<string, YamlMapping?> read, Text form)
    {
        var items = new List<YamlMapping>();
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (read(line) is not { } item)
            {
                return Wrong(field, new($"这一行看不懂：“{Cut(line)}”", $"this line cannot be read: '{Cut(line)}'"), form);
            }

            items.Add(item);
        }

        return (items, null);
    }

    private static (object?, FormProblem?) PickSeveral(FormField field, string answer, string contract)
    {
        var values = new List<string>();
        foreach (var one in answer.Split([", ", "、", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (value, complaint) = Pick(field, one, contract);
            if (complaint is not null)
            {
                return (null, complaint);
            }

            values.Add((string)value!);
        }

        return (values.Distinct(StringComparer.Ordinal).ToList(), null);
    }

    // An option as it is shown, else a name or title among the contract's own.
    private static (object?, FormProblem?) Pick(FormField field, string answer, string contract)
    {
        var own = field.Options.Where(option => option.Contract is null || option.Contract == contract).ToList();
        if ((own.Find(option => option.Shown == answer) ?? own.Find(option => option.Value == answer || option.Words == answer)) is { } found)
        {
            return (found.Value, null);
        }

        if (field.Options.FirstOrDefault(option => option.Shown == answer) is { } other)
        {
            return Wrong(
                field,
                new($"“{other.Words}”属于合同 {other.Contract}，而本记录属于 {contract}", $"'{other.Words}' belongs to contract {other.Contract}, the record to {contract}"),
                new("改选本合同的，或改正上面的合同", "pick one of this contract, or correct the contract above"));
        }

        var near = Nearest.To(answer, own.SelectMany(option => new[] { option.Value, option.Words }));
        return Wrong(
            field,
            new($"没有“{Cut(answer)}”", $"there is no '{Cut(answer)}'"),
            near is null ? new("从列表里选", "pick from the list") : new($"是不是“{near}”？从列表里选", $"is '{near}' meant? pick from the list"));
    }

    private static (object?, FormProblem?) Wrong(FormField field, Text message, Text help) => (null, new(field.Label, message, help));

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
