namespace OpsRegistry.Loading.Schemas;

/// <summary>What a schema, its words and its values are called in messages.</summary>
internal static class SchemaWords
{
    private const int MostListed = 12;

    /// <summary>How a day is written.</summary>
    public static readonly Text DateForm = new("写成 年-月-日，例如 2026-01-08", "write year-month-day, e.g. 2026-01-08");
    /// <summary>How a moment is written.</summary>
    public static readonly Text TimeForm = new("写出秒和时区偏移，例如 2026-01-08T09:40:00+08:00", "write seconds and offset, e.g. 2026-01-08T09:40:00+08:00");

    private static readonly (SchemaTypes Type, Text Name)[] TypeNames =
    [
        (SchemaTypes.String, new("文字", "text")),
        (SchemaTypes.Integer, new("整数", "an integer")),
        (SchemaTypes.Number, new("数字", "a number")),
        (SchemaTypes.Boolean, new("“true”或“false”", "true or false")),
        (SchemaTypes.Array, new("列表", "a list")),
        (SchemaTypes.Object, new("键和值", "keys and values")),
        (SchemaTypes.Null, new("空值", "nothing")),
    ];

    /// <summary>A title written as "中文 / English"; one language alone stands for both.</summary>
    public static Text Title(string title)
    {
        var cut = title.IndexOf(" / ", StringComparison.Ordinal);
        return cut < 0 ? Text.Same(title) : new Text(title[..cut].Trim(), title[(cut + 3)..].Trim());
    }

    /// <summary>A field's own title, or that of the definition it refers to; empty for none.</summary>
    public static Text TitleOf(Schema schema) => schema.Title ?? schema.Actual.Title ?? Text.Same("");

    /// <summary>A value as a message shows it, cut when long.</summary>
    public static string Show(Node value) => value switch
    {
        ScalarNode scalar => Shortened.Shorten(scalar.Text),
        SequenceNode => "[…]",
        _ => "{…}",
    };

    /// <summary>An allowed value as a message shows it.</summary>
    public static string Show(object? allowed) => allowed switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(allowed, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>What people call the allowed words of a schema: its titles, else what its description says of each.</summary>
    public static IReadOnlyDictionary<string, Text> LabelsOf(Schema schema)
    {
        var form = schema.Actual;
        var titles = new Dictionary<string, Text>(schema.Titles ?? form.Titles ?? new Dictionary<string, Text>(), StringComparer.Ordinal);
        foreach (var word in form.Enumeration.Select(Show).Where(word => !titles.ContainsKey(word)))
        {
            titles[word] = new(Described(word, Title(form.Description ?? "").Zh), word);
        }

        return titles;
    }

    /// <summary>The field of a mapping under which a key belongs; null for none.</summary>
    public static string? HomeOf(string key, Schema schema) =>
        schema.Properties.FirstOrDefault(property => property.Value.Actual is { Type: SchemaTypes.Object } below && below.Properties.ContainsKey(key)).Key;

    /// <summary>How a value is written, in words: the words that are allowed, an example, or what the schema says of it. Never a pattern.</summary>
    public static Text FormOf(Schema schema)
    {
        var form = schema.Actual;
        if (form.Enumeration.Count > 0)
        {
            return Suggest(null, LabelsOf(schema), new("允许的值：", "allowed: "));
        }

        var said = form.Format switch
        {
            "date" => DateForm,
            "date-time" => TimeForm,
            _ => Title(form.Description ?? schema.Description ?? ""),
        };
        var example = ExampleOf(form);
        return (said.En.Length, example.Length) switch
        {
            (_, 0) => said,
            (0, _) => new($"例如 {example}", $"e.g. {example}"),
            _ => new($"{said.Zh.TrimEnd('。')}，例如 {example}", $"{said.En.TrimEnd('.')}, e.g. {example}"),
        };
    }

    // The example that a schema gives; for a name with running numbers one can be made.
    private static string ExampleOf(Schema form)
    {
        if (form.Example is { } example)
        {
            return example;
        }

        var made = form.Pattern is { } pattern && form.Description is null ? pattern.Trim('^', '$').Replace("-[0-9]{4}-[0-9]{4}", "-2026-0001", StringComparison.Ordinal) : "";
        return made.Length > 0 && made.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? made : "";
    }

    /// <summary>That a text holds a full-width character; nothing where it holds none.</summary>
    public static Text Wide(ScalarNode value) => WrittenForms.FirstWide(value.Text) is { } wide ? new($"，含有全角字符“{wide}”", $" and holds the full-width '{wide}'") : Text.Same("");

    // The meaning that a description gives a word: "fault：系统运行故障；security：…".
    private static string Described(string word, string description)
    {
        var start = description.IndexOf(word + "：", StringComparison.Ordinal);
        if (word.Length == 0 || start < 0 || (start > 0 && char.IsAsciiLetterOrDigit(description[start - 1])))
        {
            return word;
        }

        var rest = description[(start + word.Length + 1)..];
        var end = rest.IndexOfAny(['；', '。', '，', '（']);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The word that was meant, where that is known, and the others.</summary>
    /// <param name="lead">What stands before the others.</param>
    public static Text Suggest(string? meant, IReadOnlyDictionary<string, Text> words, Text lead)
    {
        var others = words.Where(word => word.Key != meant || meant is null).ToList();
        var more = others.Count > MostListed ? ", …" : "";
        var listed = new Text(
            string.Join("、", others.Take(MostListed).Select(word => WithName(word.Key, word.Value.Zh))) + (others.Count > MostListed ? "……" : ""),
            string.Join(", ", others.Take(MostListed).Select(word => word.Key)) + more);
        var rest = others.Count == 0 ? Text.Same("") : new($"{lead.Zh}{listed.Zh}", $"{lead.En}{listed.En}");
        return meant is null || !words.TryGetValue(meant, out var title)
            ? rest
            : new($"是否应为 {WithName(meant, title.Zh)}？{rest.Zh}", $"did you mean {WithName($"'{meant}'", title.En, meant)}?{(rest.En.Length > 0 ? " " + rest.En : "")}");
    }

#pragma warning disable OPSGEN04 // nothing is identified: a name that is the word again is not shown twice
    private static string WithName(string word, string name, string? plain = null) =>
        name.Length == 0 || string.Equals(name, plain ?? word, StringComparison.OrdinalIgnoreCase) ? word : plain is null ? $"{word}（{name}）" : $"{word} ({name})";
#pragma warning restore OPSGEN04

    /// <summary>What people call types.</summary>
    public static Text Names(SchemaTypes types)
    {
        var names = TypeNames.Where(name => types.HasFlag(name.Type)).Select(name => name.Name).ToArray();
        return new(string.Join("或", names.Select(name => name.Zh)), string.Join(" or ", names.Select(name => name.En)));
    }

    /// <summary>What a message speaks of, with its title.</summary>
    public static Text Named(Subject subject) => subject.Index is null ? Named(subject.Key, subject.Title)
        : string.IsNullOrEmpty(subject.Title.En) ? subject.Words
        : new($"{subject.Words.Zh}（{subject.Title.Zh}）", $"{subject.Words.En} ({subject.Title.En})");

#pragma warning disable OPSGEN04 // nothing is identified: a title that is the name again is not shown twice
    /// <inheritdoc cref="Named(Subject)"/>
    public static Text Named(string name, Text title) => string.IsNullOrEmpty(title.En) || title.En == name
#pragma warning restore OPSGEN04
        ? Text.Same($"'{Shortened.Shorten(name)}'")
        : new($"'{Shortened.Shorten(name)}'（{title.Zh}）", $"'{Shortened.Shorten(name)}' ({title.En})");
}
