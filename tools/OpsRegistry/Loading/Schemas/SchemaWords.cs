using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace OpsRegistry.Loading.Schemas;

/// <summary>The schema findings in words.</summary>
internal static class SchemaWords
{
    private const int MostListed = 12;

    private static readonly (JsonObjectType Type, Text Name)[] TypeNames =
    [
        (JsonObjectType.String, new("文字", "text")),
        (JsonObjectType.Integer, new("整数", "an integer")),
        (JsonObjectType.Number, new("数字", "a number")),
        (JsonObjectType.Boolean, new("true 或 false", "true or false")),
        (JsonObjectType.Array, new("列表", "a list")),
        (JsonObjectType.Object, new("键和值", "keys and values")),
        (JsonObjectType.Null, new("空值", "nothing")),
    ];

    /// <summary>A title written as "中文 / English"; one language alone stands for both.</summary>
    public static Text Title(string title)
    {
        var cut = title.IndexOf(" / ", StringComparison.Ordinal);
        return cut < 0 ? Text.Same(title) : new Text(title[..cut].Trim(), title[(cut + 3)..].Trim());
    }

    /// <summary>A field's own title, or that of the definition it refers to; empty for none.</summary>
    public static Text TitleOf(JsonSchema schema)
    {
        var title = string.IsNullOrEmpty(schema.Title) ? schema.ActualSchema.Title : schema.Title;
        return string.IsNullOrEmpty(title) ? Text.Same("") : Title(title);
    }

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

    public static Finding UnknownVersion(Node version) => new(
        SchemaRules.UnknownKind,
        version.Place,
        new($"apiVersion '{Show(version)}' 未知", $"apiVersion '{Show(version)}' is not known"),
        new($"写 {SchemaSet.ApiVersion}", $"write {SchemaSet.ApiVersion}"));

    public static Finding UnknownKind(string kind, Place place, IReadOnlyList<string> kinds) => new(
        SchemaRules.UnknownKind, place, new($"没有类型 '{Shortened.Shorten(kind)}'", $"no kind '{Shortened.Shorten(kind)}'"), Suggest(kind, kinds, new("可用的类型：", "kinds: ")));

    public static Finding Missing(string owner, string name, Text title, Place place)
    {
        var field = Named(name, title);
        return new(
            SchemaRules.MissingField,
            place,
            owner.Length == 0 ? new($"缺少 {field.Zh}", $"{field.En} is missing") : new($"'{Shortened.Shorten(owner)}' 缺少 {field.Zh}", $"'{Shortened.Shorten(owner)}' lacks {field.En}"),
            owner.Length == 0 ? new($"补充 {name}:", $"add {name}:") : new($"在 '{Shortened.Shorten(owner)}' 下补充 {name}:", $"add {name}: below '{Shortened.Shorten(owner)}'"));
    }

    public static Finding Unknown(string owner, MappingEntry entry, IReadOnlyList<string> absent) => new(
        SchemaRules.UnknownField,
        entry.KeyPlace,
        new($"'{Shortened.Shorten(owner)}' 没有字段 '{Shortened.Shorten(entry.Key)}'", $"'{Shortened.Shorten(owner)}' has no field '{Shortened.Shorten(entry.Key)}'"),
        absent.Count == 0 ? new("删除该字段", "delete the field") : Suggest(entry.Key, absent, new("其他可用字段：", "other fields: ")));

    public static Finding WrongType(Subject subject, Node value, JsonObjectType expected)
    {
        var field = Named(subject);
        var actual = Names(ActualType(value));
        var shown = value is ScalarNode { Kind: not ScalarKind.Null } ? $" '{Show(value)}'" : "";
        return new(
            SchemaRules.WrongType,
            value.Place,
            new($"{field.Zh}是{actual.Zh}{shown}，应为{Names(expected).Zh}", $"{field.En} is {actual.En}{shown}, not {Names(expected).En}"),
            TypeHelp(value, expected));
    }

    public static Finding NotAllowed(Subject subject, Node value, IReadOnlyList<string> allowed) => new(
        SchemaRules.NotAllowedValue,
        value.Place,
        new($"{Named(subject).Zh}的值 '{Show(value)}' 不在允许的值之中", $"{Named(subject).En} is '{Show(value)}', which is not an allowed value"),
        Suggest(Show(value), allowed, new("允许的值：", "allowed: ")));

    public static Finding WrongPattern(Subject subject, ScalarNode value, JsonSchema schema)
    {
        var example = schema.ExtensionData is { } extra && extra.TryGetValue("examples", out var given) && given is IEnumerable<object> examples
            ? Show(examples.FirstOrDefault() is JValue { Value: var first } ? first : examples.FirstOrDefault())
            : "";
        var form = new Text($"写成 {schema.Pattern} 的形式", $"write it in the form {schema.Pattern}");
        return new(
            SchemaRules.WrongFormat,
            value.Place,
            new($"{Named(subject).Zh}的值 '{Show(value)}' 格式不对", $"{Named(subject).En} is '{Show(value)}', which does not have its form"),
            example.Length == 0 ? form : new($"{form.Zh}，例如 {example}", $"{form.En}, e.g. {example}"));
    }

    public static Finding WrongDate(Subject subject, ScalarNode value) => new(
        SchemaRules.WrongFormat,
        value.Place,
        new($"{Named(subject).Zh}的值 '{Show(value)}' 不是日期", $"{Named(subject).En} is '{Show(value)}', which is not a calendar date"),
        new("写成 年-月-日，例如 2026-01-08", "write year-month-day, e.g. 2026-01-08"));

    public static Finding WrongTime(Subject subject, ScalarNode value) => new(
        SchemaRules.WrongFormat,
        value.Place,
        new($"{Named(subject).Zh}的值 '{Show(value)}' 不是带时区偏移的时刻", $"{Named(subject).En} is '{Show(value)}', which is not a time with its offset"),
        new("写出秒和时区偏移，例如 2026-01-08T09:40:00+08:00", "write seconds and offset, e.g. 2026-01-08T09:40:00+08:00"));

    public static Finding OutOfRange(Subject subject, ScalarNode value, decimal bound, bool isBelow)
    {
        var limit = bound.ToString(CultureInfo.InvariantCulture);
        return new(
            SchemaRules.OutOfRange,
            value.Place,
            new($"{Named(subject).Zh}的值 {Show(value)} {(isBelow ? "小于" : "大于")} {limit}", $"{Named(subject).En} is {Show(value)}, {(isBelow ? "less" : "more")} than {limit}"),
            isBelow ? new($"写不小于 {limit} 的数", $"write {limit} or more") : new($"写不大于 {limit} 的数", $"write {limit} or less"));
    }

    public static Finding WrongCount(Subject subject, Place place, Text count, Text limit) => new(
        SchemaRules.WrongCount,
        place,
        new($"{Named(subject).Zh}有 {count.Zh}，{limit.Zh}", $"{Named(subject).En} has {count.En}, {limit.En}"),
        new("补足或删减", "add what is missing or take away what is too much"));

    public static Finding Repeated(Subject subject, Node item, Place first) => new(
        SchemaRules.WrongCount,
        item.Place,
        new($"{Named(subject).Zh}中 '{Show(item)}' 重复", $"{Named(subject).En} holds '{Show(item)}' twice"),
        new("只保留一个", "keep one of the two"))
    {
        Related = [new RelatedPlace(first, new Text("第一次出现", "first"))],
    };

    private static Text TypeHelp(Node value, JsonObjectType expected) => value switch
    {
        ScalarNode { Kind: ScalarKind.Null } => new("写一个值，或删除该键", "write a value, or delete the key"),
        ScalarNode { Kind: not ScalarKind.String } when expected.HasFlag(JsonObjectType.String) => new($"加引号：'{Show(value)}'", $"put quotes round it: '{Show(value)}'"),
        ScalarNode { Kind: ScalarKind.String } text when (ActualType(text with { Kind = ScalarRules.KindOfPlain(text.Text) }) & expected) != JsonObjectType.None => new("去掉引号", "take the quotes away"),
        _ when expected.HasFlag(JsonObjectType.Array) => new("每项另起一行，以 '- ' 开头", "write each item on a line of its own after '- '"),
        _ when expected.HasFlag(JsonObjectType.Object) => new("另起一行并缩进，写出键和值", "write its keys on lines of their own, indented"),
        _ => new($"写成{Names(expected).Zh}", $"write {Names(expected).En}"),
    };

    private static JsonObjectType ActualType(Node value) => value switch
    {
        MappingNode => JsonObjectType.Object,
        SequenceNode => JsonObjectType.Array,
        ScalarNode { Kind: ScalarKind.Integer } => JsonObjectType.Integer,
        ScalarNode { Kind: ScalarKind.Number } => JsonObjectType.Number,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonObjectType.Boolean,
        ScalarNode { Kind: ScalarKind.Null } => JsonObjectType.Null,
        _ => JsonObjectType.String,
    };

    private static Text Suggest(string word, IReadOnlyList<string> allowed, Text lead)
    {
        var listed = string.Join(", ", allowed.Take(MostListed)) + (allowed.Count > MostListed ? ", …" : "");
        return Nearest.To(word, allowed) is { } meant
            ? new($"是否应为 '{meant}'？{lead.Zh}{listed}", $"did you mean '{meant}'? {lead.En}{listed}")
            : new(lead.Zh + listed, lead.En + listed);
    }

    private static Text Names(JsonObjectType types)
    {
        var names = TypeNames.Where(name => types.HasFlag(name.Type)).Select(name => name.Name).ToArray();
        return new(string.Join("或", names.Select(name => name.Zh)), string.Join(" or ", names.Select(name => name.En)));
    }

    private static Text Named(Subject subject) => Named(subject.Name, subject.Title);

#pragma warning disable OPSGEN04 // nothing is identified: a title that is the name again is not shown twice
    private static Text Named(string name, Text title) => string.IsNullOrEmpty(title.En) || title.En == name
#pragma warning restore OPSGEN04
        ? Text.Same($"'{Shortened.Shorten(name)}'")
        : new($"'{Shortened.Shorten(name)}'（{title.Zh}）", $"'{Shortened.Shorten(name)}' ({title.En})");
}
