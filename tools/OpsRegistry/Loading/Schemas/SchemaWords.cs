namespace OpsRegistry.Loading.Schemas;

/// <summary>The schema findings in words.</summary>
internal static class SchemaWords
{
    private const int MostListed = 12;

    private static readonly Text Date = new("写成 年-月-日，例如 2026-01-08", "write year-month-day, e.g. 2026-01-08");
    private static readonly Text Time = new("写出秒和时区偏移，例如 2026-01-08T09:40:00+08:00", "write seconds and offset, e.g. 2026-01-08T09:40:00+08:00");

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

    public static Finding UnknownVersion(Node version) => new(
        SchemaRules.UnknownKind,
        version.Place,
        new($"apiVersion '{Show(version)}' 未知", $"apiVersion '{Show(version)}' is not known"),
        Write(SchemaSet.ApiVersion))
    {
        Remedy = version is ScalarNode ? new Remedy.Rewrite(version.Place, SchemaSet.ApiVersion) : null,
    };

    public static Finding UnknownKind(string kind, Place place, IReadOnlyDictionary<string, Text> kinds) => new(
        SchemaRules.UnknownKind, place, new($"没有类型 '{Shortened.Shorten(kind)}'", $"no kind '{Shortened.Shorten(kind)}'"), Suggest(Nearest.Meant(kind, kinds), kinds, new("可用的类型：", "kinds: ")))
    {
        Remedy = Exact(kind, kinds, place),
    };

    public static Finding MissingEnvelope(string name, MappingNode root, IReadOnlyList<string> envelope)
    {
        var titles = new Dictionary<string, Text>(StringComparer.Ordinal) { ["apiVersion"] = new("格式版本", "Format version"), ["kind"] = new("种类", "Kind") };
        var slip = root.Entries.FirstOrDefault(entry => !envelope.Contains(entry.Key, StringComparer.Ordinal) && Nearest.Meant(entry.Key, titles) is { } meant && meant == name);
        return slip is null
            ? new(SchemaRules.MissingField, root.Place, new($"缺少 '{name}'", $"'{name}' is missing"), new($"补充 {name}:", $"add {name}:"))
            : new(SchemaRules.MissingField, slip.KeyPlace, new($"缺少 '{name}'，这里写的是 '{Shortened.Shorten(slip.Key)}'", $"'{name}' is missing, and '{Shortened.Shorten(slip.Key)}' stands here"), Write(name + ":"))
            {
                Remedy = new Remedy.Rewrite(slip.KeyPlace, name),
            };
    }

    public static Finding Missing(Text owner, string name, Schema? property, Place place)
    {
        var field = Named(name, property is null ? default : TitleOf(property));
        var form = property is null || (property.Actual.Enumeration.Count == 0 && property.Actual.Format is null) ? Text.Same("") : FormOf(property);
        return new(
            SchemaRules.MissingField,
            place,
            new($"{owner.Zh} 缺少 {field.Zh}", $"{owner.En} lacks {field.En}"),
            new($"在 {owner.Zh} 下补充 {name}:{(form.Zh.Length > 0 ? $"；{form.Zh}" : "")}", $"add {name}: below {owner.En}{(form.En.Length > 0 ? $"; {form.En}" : "")}"));
    }

    public static Finding Unknown(Text owner, MappingEntry entry, string? meant, IReadOnlyList<string> absent, Schema schema)
    {
        var home = meant is null ? HomeOf(entry.Key, schema) : null;
        var titles = absent.ToDictionary(name => name, name => TitleOf(schema.Properties[name]), StringComparer.Ordinal);
        return new(
            SchemaRules.UnknownField,
            entry.KeyPlace,
            new($"{owner.Zh} 没有字段 '{Shortened.Shorten(entry.Key)}'", $"{owner.En} has no field '{Shortened.Shorten(entry.Key)}'"),
            home is not null ? new($"它属于 {home}：移到 {home}: 之下，多缩进两个空格", $"it belongs to {home}: move it below {home}:, indented by two more spaces")
            : absent.Count == 0 ? new("删除该字段", "delete the field")
            : Suggest(meant, titles, new("其他可用字段：", "other fields: ")))
        {
            Remedy = Exact(entry.Key, titles, entry.KeyPlace),
        };
    }

    public static Finding WrongType(Subject subject, Node value, Schema schema, string? meant)
    {
        var field = Named(subject);
        var actual = Names(Schema.TypeOf(value));
        var shown = value is ScalarNode { Kind: not ScalarKind.Null } ? $" '{Show(value)}'" : "";
        return Corrected(
            new(
                SchemaRules.WrongType,
                value.Place,
                new($"{field.Zh}是{actual.Zh}{shown}，应为{Names(schema.Type).Zh}", $"{field.En} is {actual.En}{shown}, not {Names(schema.Type).En}"),
                TypeHelp(value, schema)),
            meant);
    }

    public static Finding NotAllowed(Subject subject, Node value, Schema schema, string? meant)
    {
        var labels = LabelsOf(schema);
        var near = meant ?? Nearest.Meant(Show(value), labels);
        return new(
            SchemaRules.NotAllowedValue,
            value.Place,
            new($"{Named(subject).Zh}的值 '{Show(value)}' 不在允许的值之中", $"{Named(subject).En} is '{Show(value)}', which is not an allowed value"),
            Suggest(near is null || labels.ContainsKey(near) ? near : near.Trim('"'), labels, new("允许的值：", "allowed: ")))
        {
            Remedy = meant is null ? null : new Remedy.Rewrite(value.Place, meant),
        };
    }

    public static Finding WrongPattern(Subject subject, ScalarNode value, Schema schema, string? meant)
    {
        var wide = WrittenForms.FirstWide(value.Text);
        return Corrected(
            new(
                SchemaRules.WrongFormat,
                value.Place,
                wide is null
                    ? new($"{Named(subject).Zh}的值 '{Show(value)}' 格式不对", $"{Named(subject).En} is '{Show(value)}', which does not have its form")
                    : new($"{Named(subject).Zh}的值 '{Show(value)}' 含有全角字符“{wide}”", $"{Named(subject).En} is '{Show(value)}', which holds the full-width '{wide}'"),
                FormOf(schema)),
            meant);
    }

    private static Text OutsideYears { get; } = new(
        $"：年份须在 {TimeFormats.FirstYear} 至 {TimeFormats.LastYear} 之间", $", and years are of {TimeFormats.FirstYear} to {TimeFormats.LastYear}");

    public static Finding WrongDate(Subject subject, ScalarNode value, string? meant)
    {
        var written = WrittenTime.HalfWidth(value.Text);
        return Corrected(
            new(
                SchemaRules.WrongFormat,
                value.Place,
                WrittenTime.IsImpossibleDay(written)
                    ? new($"{Named(subject).Zh}的值 '{Show(value)}'：日历上没有这一天", $"{Named(subject).En} is '{Show(value)}', and no calendar has that day")
                    : TimeFormats.IsOutOfRange(written)
                    ? new($"{Named(subject).Zh}的值 '{Show(value)}'{OutsideYears.Zh}", $"{Named(subject).En} is '{Show(value)}'{OutsideYears.En}")
                    : new($"{Named(subject).Zh}的值 '{Show(value)}' 不是日期{Wide(value).Zh}", $"{Named(subject).En} is '{Show(value)}', which is not a calendar date{Wide(value).En}"),
                Date),
            meant);
    }

    public static Finding WrongTime(Subject subject, ScalarNode value, string? meant)
    {
        var written = WrittenTime.HalfWidth(value.Text);
        var (message, help) =
            WrittenTime.IsImpossibleDay(written) ? (new Text("：日历上没有这一天", ", and no calendar has that day"), Time)
            : TimeFormats.IsOutOfRange(written) ? (OutsideYears, Time)
            : WrittenForms.Date(written) is not null ? (new(" 只有日期，没有钟点", ", a day without its time"), new("补上钟点，例如 2026-01-08T09:40:00+08:00", "add the time of day, e.g. 2026-01-08T09:40:00+08:00"))
            : WrittenForms.TimeOfDay(written) is not null ? (new(" 只有钟点，没有日期", ", a time without its day"), new("补上日期，例如 2026-01-08T09:40:00+08:00", "add the day, e.g. 2026-01-08T09:40:00+08:00"))
            : WrittenForms.HasFraction(written) ? (new(" 带有小数秒", ", which has fractions of a second"), Time)
            : (new($" 不是写明时区的时间{Wide(value).Zh}", $", which is not a time with its offset{Wide(value).En}"), Time);
        return Corrected(
            new(SchemaRules.WrongFormat, value.Place, new($"{Named(subject).Zh}的值 '{Show(value)}'{message.Zh}", $"{Named(subject).En} is '{Show(value)}'{message.En}"), help),
            meant);
    }

    public static Finding Comment(Subject subject, ScalarNode value, TrailingComment comment)
    {
        var whole = YamlText.InQuotes($"{value.Text} {comment.Text}");
        return new(
            SchemaRules.CommentInText,
            comment.Place,
            new($"{Named(subject).Zh}只存下 '{Show(value)}'，其后的 '{Shortened.Shorten(comment.Text)}' 被当作注释", $"{Named(subject).En} holds '{Show(value)}' alone: '{Shortened.Shorten(comment.Text)}' is a comment"),
            new($"如属正文，给整个值加引号：{Shortened.Shorten(whole)}", $"where it is part of the text, put quotes round the whole: {Shortened.Shorten(whole)}"))
        {
            Remedy = value.Place.Line == comment.Place.Line
                ? new Remedy.Rewrite(value.Place with { Length = comment.Place.Column + comment.Place.Length - value.Place.Column }, whole)
                : null,
        };
    }

    public static Finding Garbled(Subject subject, ScalarNode value, GarbledWords garbled) => new(
        SchemaRules.GarbledText,
        value.Place,
        new($"{Named(subject).Zh}中有乱码 '{Shortened.Shorten(garbled.Shown)}'", $"{Named(subject).En} holds garbled text '{Shortened.Shorten(garbled.Shown)}'"),
        garbled.Meant is { } meant
            ? new($"原文可能是“{Shortened.Shorten(meant)}”，请核对后重写", $"it may have been '{Shortened.Shorten(meant)}': compare and write it anew")
            : new("编码转换时文字已经丢失，请照原文重写", "a conversion between encodings destroyed it: write it anew from the original"));

    public static Finding OutOfRange(Subject subject, ScalarNode value, decimal bound, bool isBelow)
    {
        var limit = bound.ToString(CultureInfo.InvariantCulture);
        return new(
            SchemaRules.OutOfRange,
            value.Place,
            new($"{Named(subject).Zh}的值 {Show(value)} {(isBelow ? "小于" : "大于")} {limit}", $"{Named(subject).En} is {Show(value)}, {(isBelow ? "less" : "more")} than {limit}"),
            isBelow ? new($"写不小于 {limit} 的数", $"write {limit} or more") : new($"写不大于 {limit} 的数", $"write {limit} or less"));
    }

    public static Finding WrongCount(Subject subject, Place place, Text count, int limit, bool isBelow) => new(
        SchemaRules.WrongCount,
        place,
        new($"{Named(subject).Zh}有 {count.Zh}，{(isBelow ? "少于" : "多于")} {limit}", $"{Named(subject).En} has {count.En}, {(isBelow ? "fewer" : "more")} than {limit}"),
        isBelow ? new($"至少写 {limit}", $"write {limit} at least") : new($"减到 {limit} 以内", $"cut it down to {limit} at most"));

    public static Finding Repeated(Subject subject, Node item, Place first) => new(
        SchemaRules.WrongCount,
        item.Place,
        new($"{Named(subject).Zh}中 '{Show(item)}' 重复", $"{Named(subject).En} holds '{Show(item)}' twice"),
        new("只保留一个", "keep one of the two"))
    {
        Related = [new RelatedPlace(first, new Text("第一次出现", "first"))],
    };

    private static Text TypeHelp(Node value, Schema schema) => value switch
    {
        ScalarNode { Kind: ScalarKind.Null } => new("写一个值，或删除该键", "write a value, or delete the key"),
        ScalarNode { Kind: ScalarKind.String } text when schema.Type.HasFlag(SchemaTypes.Object) && text.Text.IndexOf('：', StringComparison.Ordinal) is > 0 and < 30 and var colon =>
            new($"冒号是全角的：写 {text.Text[..colon]}: {Shortened.Shorten(text.Text[(colon + 1)..].Trim())}", $"the colon is full-width: write {text.Text[..colon]}: {Shortened.Shorten(text.Text[(colon + 1)..].Trim())}"),
        _ when schema.Type.HasFlag(SchemaTypes.Array) => new("每项另起一行，以 '- ' 开头", "write each item on a line of its own after '- '"),
        _ when schema.Type.HasFlag(SchemaTypes.Object) => new("另起一行并缩进，写出键和值", "write its keys on lines of their own, indented"),
        _ when FormOf(schema) is { En.Length: > 0 } form => form,
        _ => new($"写成{Names(schema.Type).Zh}", $"write {Names(schema.Type).En}"),
    };

    /// <summary>How a value is written, in words: the words that are allowed, an example, or what the schema says of it. Never a pattern.</summary>
    private static Text FormOf(Schema schema)
    {
        var form = schema.Actual;
        if (form.Enumeration.Count > 0)
        {
            return Suggest(null, LabelsOf(schema), new("允许的值：", "allowed: "));
        }

        var said = form.Format switch
        {
            "date" => Date,
            "date-time" => Time,
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

    private static Finding Corrected(Finding finding, string? meant) => meant is null ? finding : finding with { Help = Write(meant), Remedy = new Remedy.Rewrite(finding.Place, meant) };

    private static Text Write(string typed) => new($"写 {typed}", $"write {typed}");

    // Another case of the same word, or what people call it: that can be mended without asking.
    private static Remedy.Rewrite? Exact(string word, IReadOnlyDictionary<string, Text> known, Place place) =>
        known.Where(one => string.Equals(one.Key, word, StringComparison.OrdinalIgnoreCase) || one.Value.IsNamed(word)).Take(2).ToList() is [var only]
            ? new(place, only.Key)
            : null;

    private static Text Wide(ScalarNode value) => WrittenForms.FirstWide(value.Text) is { } wide ? new($"，含有全角字符“{wide}”", $" and holds the full-width '{wide}'") : Text.Same("");

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

    private static Text Suggest(string? meant, IReadOnlyDictionary<string, Text> words, Text lead)
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

    private static Text Names(SchemaTypes types)
    {
        var names = TypeNames.Where(name => types.HasFlag(name.Type)).Select(name => name.Name).ToArray();
        return new(string.Join("或", names.Select(name => name.Zh)), string.Join(" or ", names.Select(name => name.En)));
    }

    private static Text Named(Subject subject) => subject.Index is null ? Named(subject.Key, subject.Title)
        : string.IsNullOrEmpty(subject.Title.En) ? subject.Words
        : new($"{subject.Words.Zh}（{subject.Title.Zh}）", $"{subject.Words.En} ({subject.Title.En})");

#pragma warning disable OPSGEN04 // nothing is identified: a title that is the name again is not shown twice
    private static Text Named(string name, Text title) => string.IsNullOrEmpty(title.En) || title.En == name
#pragma warning restore OPSGEN04
        ? Text.Same($"'{Shortened.Shorten(name)}'")
        : new($"'{Shortened.Shorten(name)}'（{title.Zh}）", $"'{Shortened.Shorten(name)}' ({title.En})");
}
