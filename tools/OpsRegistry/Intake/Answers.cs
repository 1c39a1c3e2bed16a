using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>Reads what people typed or picked as values of a record. Full-width figures and colons, slashes and 年月日 are understood.</summary>
internal static class Answers
{
    /// <summary>The choices of a question that is answered with yes or no.</summary>
    public static IReadOnlyList<FormOption> Truths { get; } = [new("是", "是"), new("否", "否")];

    private static readonly char[] Separators = [',', '，', '、', ';', '；', '/', '／', '|', '\n', '\t'];

    private static readonly char[] Blanks = [' ', '　', '\u00a0'];

    /// <summary>What stands in a list where there is nobody.</summary>
    public const string NobodyAtAll = "无";

    private static readonly string[] Nobody = [NobodyAtAll, "无人", "没有", "—", "-"];

    private static readonly string[] Yes = ["是", "是的", "对", "有", "y", "yes", "true", "t", "1", "√", "✓", "✔"], No = ["否", "不是", "不", "无", "没有", "n", "no", "false", "f", "0", "×", "✗", "✘", "x"];

    /// <summary>The value to write, or what is wrong with the answer.</summary>
    /// <param name="answer">The answer, not empty.</param>
    /// <param name="contract">The contract that the record belongs to.</param>
    public static (object? Value, FormProblem? Complaint) Read(FormField field, string answer, string contract) => field.Shape switch
    {
        AnswerShape.Number => int.TryParse(WrittenTime.HalfWidth(answer).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, null)
            : Wrong(field, new($"“{Cut(answer)}”不是整数", $"'{Cut(answer)}' is not a whole number"), new("只写数字，例如 24", "write figures only, such as 24")),
        AnswerShape.Figure => WrittenTime.HalfWidth(answer).Replace(",", "", StringComparison.Ordinal) is var written && decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            ? (figure == decimal.Truncate(figure) && figure <= int.MaxValue ? (int)figure : written, null)
            : Wrong(field, new($"“{Cut(answer)}”不是数", $"'{Cut(answer)}' is not a number"), new("只写数，单位写在另一格，例如 41.5", "write the number alone and its unit in the other cell, such as 41.5")),
        AnswerShape.Truth => Normal(answer) switch
        {
            var word when Yes.Contains(word, StringComparer.Ordinal) => (true, null),
            var word when No.Contains(word, StringComparer.Ordinal) => (false, null),
            _ => Wrong(field, new($"“{Cut(answer)}”不是“是”或“否”", $"'{Cut(answer)}' is neither yes (是) nor no (否)"), new("在列表里选“是”或“否”", "pick 是 or 否 from the list")),
        },
        AnswerShape.Date => WrittenTime.Date(answer) is { } day ? (day, null) : Wrong(field, new($"“{Cut(answer)}”不是日期", $"'{Cut(answer)}' is not a date"), new("写作 2026-01-08", "write it as 2026-01-08")),
        AnswerShape.Time => ReadTime(field, answer),
        AnswerShape.Choice => Pick(field, answer, contract),
        AnswerShape.Choices => PickSeveral(field, answer, contract),
        AnswerShape.Names => (Parts(answer, [.. Separators, .. Blanks]).Where(part => !Nobody.Contains(part, StringComparer.Ordinal)).Select(part => Find(field, part, contract)?.Value ?? part).Distinct(StringComparer.Ordinal).ToList(), null),
        AnswerShape.Name => ReadName(field, answer, contract),
        AnswerShape.Money => ReadMoney(field, answer),
        AnswerShape.Bilingual => ReadBilingual(field, answer),
        AnswerShape.Stretches => Lines(field, answer, WrittenTime.ReadStretch, new("写作 2026-01-08 09:38 至 2026-01-08 10:12", "write it as 2026-01-08 09:38 至 2026-01-08 10:12")),
        AnswerShape.PartLines => PartLines.Read(field, answer, contract),
        AnswerShape.Line => (string.Join(' ', answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), null),
        AnswerShape.Paragraph => (answer, null),
        AnswerShape.Days => WrittenTime.Days(answer) is (var from, var through) ? (new YamlMapping { { "from", from }, { "through", through } }, null) : Wrong(
            field, new($"“{Cut(answer)}”不是起止日期", $"'{Cut(answer)}' is not a first and a last day"), new("写作 2026-01-01 至 2026-01-31，或 2026-01", "write it as 2026-01-01 至 2026-01-31, or as 2026-01")),
        AnswerShape.Parts => throw new System.Diagnostics.UnreachableException(), // told in rows, which PartAnswers reads
        AnswerShape.Proofs => field.Proofs!.Read(field.Label, answer, contract, field.WantedProofs.GetValueOrDefault(contract) is [var only] ? only : null),
    };

    private static (object?, FormProblem?) Lines(FormField field, string answer, Func<string, (YamlMapping?, Text? Why)> read, Text form)
    {
        var items = new List<YamlMapping>();
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (given, why) = read(line);
            if (given is not { } item)
            {
                return Wrong(field, new($"这一行看不懂：“{Cut(line)}”{Because(why).Zh}", $"this line cannot be read: '{Cut(line)}'{Because(why).En}"), form);
            }

            items.Add(item);
        }

        return (items, null);
    }

    private static (object?, FormProblem?) PickSeveral(FormField field, string answer, string contract)
    {
        if (Find(field, answer, contract) is { } whole)
        {
            return (new List<string> { whole.Value }, null);
        }

        var values = new List<string>();
        foreach (var one in Parts(answer, Separators).SelectMany(part => Find(field, part, contract) is null && Parts(part, Blanks).All(word => Find(field, word, contract) is not null) ? Parts(part, Blanks) : [part]))
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

    private static string[] Parts(string answer, char[] separators) => answer.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The option that is meant: as it is shown, by its words or by its value, however brackets, blanks and capitals were typed; null where there is none or several are.</summary>
    private static FormOption? Find(FormField field, string answer, string contract)
    {
        var own = field.Options.Where(option => option.Contract is null || option.Contract == contract).ToList();
        var wanted = Normal(answer);
        return own.Find(option => option.Value == answer || option.Shown == answer)
            ?? own.Find(option => Normal(option.Shown) == wanted || Normal($"{option.Words}({option.Value})") == wanted)
            ?? (own.Where(option => Normal(option.Value) == wanted || Normal(option.Words) == wanted).ToList() is [var only] ? only : null);
    }

    private static string Normal(string text) => string.Concat(WrittenTime.HalfWidth(text).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    private static (object?, FormProblem?) Pick(FormField field, string answer, string contract)
    {
        var own = field.Options.Where(option => option.Contract is null || option.Contract == contract).ToList();
        if (Find(field, answer, contract) is { } found)
        {
            return (found.Value, null);
        }

        if (field.Options.FirstOrDefault(option => Normal(option.Shown) == Normal(answer)) is { } other)
        {
            return Wrong(
                field,
                new($"“{other.Words}”属于合同 {other.Contract}，而本记录属于 {contract}", $"'{other.Words}' belongs to contract {other.Contract}, the record to {contract}"),
                new("改选本合同的，或改正上面的合同", "pick one of this contract, or correct the contract above"));
        }

        if (Parts(answer, Separators) is { Length: > 1 } several && field.Shape == AnswerShape.Choice && several.All(part => Find(field, part, contract) is not null))
        {
            return Wrong(field, new($"“{Cut(answer)}”是 {several.Length} 个，这里只选一个", $"'{Cut(answer)}' is {several.Length}, and one stands here"), new("留下一个", "keep one"));
        }

        var near = Nearest.To(answer, own.SelectMany(option => new[] { option.Value, option.Words }));
        return Wrong(
            field,
            new($"没有“{Cut(answer)}”", $"there is no '{Cut(answer)}'"),
            near is null ? new("从列表里选", "pick from the list") : new($"是不是“{near}”？从列表里选", $"is '{near}' meant? pick from the list"));
    }

    private static (object?, FormProblem?) ReadName(FormField field, string answer, string contract) =>
        Find(field, answer, contract) is { } found ? (found.Value, null)
        : Parts(answer, [.. Separators, .. Blanks]) is { Length: > 1 } several
            ? Wrong(field, new($"写了 {several.Length} 个，这里只写一个", $"{several.Length} stand here, and one is asked for"), new("留下一个；其余的写进“其他说明”", "keep one, and name the others under 其他说明"))
            : (answer.Trim(), null);

    private static (object?, FormProblem?) ReadTime(FormField field, string answer)
    {
        var (time, why) = WrittenTime.Read(answer);
        return time is { } read ? (read, null) : Wrong(
            field,
            new($"“{Cut(answer)}”不是时间{Because(why).Zh}", $"'{Cut(answer)}' is not a time{Because(why).En}"),
            new("日期和时刻都要写，例如 2026-01-08 09:40", "write day and time of day, such as 2026-01-08 09:40"));
    }

    private static Text Because(Text? why) => why is { } words ? new($"：{words.Zh}", $": {words.En}") : Text.Same("");

    private static (object?, FormProblem?) ReadMoney(FormField field, string answer)
    {
        var text = Normal(answer).TrimStart('¥', '￥').Replace(",", "", StringComparison.Ordinal).Replace("元", "", StringComparison.Ordinal).Replace("人民币", "", StringComparison.Ordinal);
        var tenThousands = text.EndsWith('万');
        return decimal.TryParse(text.TrimEnd('万'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && (tenThousands ? amount * 10000 : amount) is var yuan && decimal.Round(yuan, 2) == yuan
            ? (yuan, null)
            : Wrong(field, new($"“{Cut(answer)}”不是金额", $"'{Cut(answer)}' is not an amount"), new("以元为单位，最多两位小数，例如 20500.00", "in yuan, at most two decimals, such as 20500.00"));
    }

    private static (object?, FormProblem?) ReadBilingual(FormField field, string answer) =>
        answer.Split(['/', '／', '\n'], 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } zh, { Length: > 0 } en]
            ? (new YamlMapping { { "zh", zh }, { "en", en } }, null)
            : Wrong(field, new($"“{Cut(answer)}”只有一种语言", $"'{Cut(answer)}' has one language only"), new("先中文，后英文，中间用“ / ”隔开", "Chinese first, then English, with ' / ' between"));

    private static (object?, FormProblem?) Wrong(FormField field, Text message, Text help) => (null, new(field.Label, message, help));

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
