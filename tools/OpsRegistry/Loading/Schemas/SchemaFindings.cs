using static OpsRegistry.Loading.Schemas.SchemaWords;

namespace OpsRegistry.Loading.Schemas;

/// <summary>What the schemas find wrong, each in words of its own.</summary>
internal static class SchemaFindings
{
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
        var slip = root.Entries.Cast<MappingEntry?>().FirstOrDefault(one => one is { } entry && !envelope.Contains(entry.Key, StringComparer.Ordinal) && Nearest.Meant(entry.Key, titles) is { } meant && meant == name);
        return slip is not { } written
            ? new(SchemaRules.MissingField, root.Place, new($"缺少 '{name}'", $"'{name}' is missing"), new($"补充 {name}:", $"add {name}:"))
            : new(SchemaRules.MissingField, written.KeyPlace, new($"缺少 '{name}'，这里写的是 '{Shortened.Shorten(written.Key)}'", $"'{name}' is missing, and '{Shortened.Shorten(written.Key)}' stands here"), Write(name + ":"))
            {
                Remedy = new Remedy.Rewrite(written.KeyPlace, name),
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
                DateForm),
            meant);
    }

    public static Finding WrongTime(Subject subject, ScalarNode value, string? meant)
    {
        var written = WrittenTime.HalfWidth(value.Text);
        var (message, help) =
            WrittenTime.IsImpossibleDay(written) ? (new Text("：日历上没有这一天", ", and no calendar has that day"), TimeForm)
            : TimeFormats.IsOutOfRange(written) ? (OutsideYears, TimeForm)
            : WrittenForms.Date(written) is not null ? (new(" 只有日期，没有钟点", ", a day without its time"), new("补上钟点，例如 2026-01-08T09:40:00+08:00", "add the time of day, e.g. 2026-01-08T09:40:00+08:00"))
            : WrittenForms.TimeOfDay(written) is not null ? (new(" 只有钟点，没有日期", ", a time without its day"), new("补上日期，例如 2026-01-08T09:40:00+08:00", "add the day, e.g. 2026-01-08T09:40:00+08:00"))
            : WrittenForms.HasFraction(written) ? (new(" 带有小数秒", ", which has fractions of a second"), TimeForm)
            : (new($" 不是写明时区的时间{Wide(value).Zh}", $", which is not a time with its offset{Wide(value).En}"), TimeForm);
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

    private static Finding Corrected(Finding finding, string? meant) => meant is null ? finding : finding with { Help = Write(meant), Remedy = new Remedy.Rewrite(finding.Place, meant) };

    private static Text Write(string typed) => new($"写 {typed}", $"write {typed}");

    // Another case of the same word, or what people call it: that can be mended without asking.
    private static Remedy.Rewrite? Exact(string word, IReadOnlyDictionary<string, Text> known, Place place) =>
        known.Where(one => string.Equals(one.Key, word, StringComparison.OrdinalIgnoreCase) || one.Value.IsNamed(word)).Take(2).ToList() is [var only]
            ? new(place, only.Key)
            : null;
}
