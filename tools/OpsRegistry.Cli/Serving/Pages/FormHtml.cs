using System.Text.Json;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>The fields of a kind as a form: made from the schema, with what the contract knows to choose from and what was filled in before.</summary>
/// <param name="language">The page's language.</param>
/// <param name="choices">What may stand in a field.</param>
/// <param name="values">What was filled in.</param>
internal sealed class FormHtml(Language language, Kind kind, FieldChoices choices, JsonElement values)
{
    private const int LongText = 200, ManyOptions = 9, DeepestGroup = 3;

    /// <summary>A field with its label, its explanation and room for what is wrong with it.</summary>
    public Html Field(SchemaPart part) => Field(part, part.Name, Below(values, part.Name), depth: 0, part.IsRequired);

    private Html Field(SchemaPart part, string path, JsonElement value, int depth, bool isRequired) => part.Shape switch
    {
        PartShape.List when part.Item is { Shape: PartShape.Mapping, Parts.Count: > 0 } item && depth < DeepestGroup => Repeated(part, item, path, value, depth, isRequired),
        PartShape.List when Options(part, depth) is { Count: > 0 } options => Checks(part, path, options, value, isRequired),
        PartShape.Mapping when part.Parts.Count > 0 && depth < DeepestGroup => Group(part, path, isRequired, part.Parts.Select(below => Field(below, $"{path}/{below.Name}", Below(value, below.Name), depth + 1, isRequired && below.IsRequired))),
        PartShape.Text or PartShape.Any or PartShape.Day or PartShape.Moment or PartShape.Truth or PartShape.Integer or PartShape.Number or PartShape.List or PartShape.Mapping => Single(part, path, value, depth, isRequired),
    };

    private Element Single(SchemaPart part, string path, JsonElement value, int depth, bool isRequired)
    {
        var id = IdOf(path);
        var control = Control(part, path, value, Options(part, depth)).With("id", id).With("aria-describedby", $"{id}-hint {id}-said").With("aria-required", isRequired ? "true" : null);
        return Tag("div.field", Tag("label", Label(part, isRequired)).With("for", id), Hint(part, id), control, ListFor(part, path, depth), Said(id)).With("data-field", path);
    }

    private Element Control(SchemaPart part, string path, JsonElement value, IReadOnlyList<FormOption> options)
    {
        var text = TextOf(value);
        return part.Shape switch
        {
            PartShape.Truth => Select(path, [new("true", In("是", "yes")), new("false", In("否", "no"))], text),
            PartShape.Day => Input(path, "date", text),
            PartShape.Moment => Input(path, "datetime-local", text),
            PartShape.Integer => Input(path, "number", text).With("step", "1"),
            PartShape.Number => Input(path, "text", text).With("inputmode", "decimal"),
            PartShape.List => Tag("textarea", string.Join('\n', TextsOf(value))).With("name", path).With("rows", "3").With("data-lines", ""),
            PartShape.Mapping => Tag("textarea", text).With("name", path).With("rows", "3"),
            PartShape.Text when part.Allowed.Count > 0 => Select(path, options, text),
            PartShape.Text or PartShape.Any when options.Count > 0 => Input(path, "text", text).With("list", IdOf(path) + "-list").With("autocomplete", "off"),
            PartShape.Text when part.MaximumLength > LongText => Tag("textarea", text).With("name", path).With("rows", "3").With("maxlength", part.MaximumLength!.Value),
            PartShape.Text or PartShape.Any => Input(path, "text", text).With("autocomplete", "off"),
        };
    }

    private Html? ListFor(SchemaPart part, string path, int depth) => part is { Shape: PartShape.Text or PartShape.Any, Allowed.Count: 0 } && Options(part, depth) is { Count: > 0 } options ? DataList(path, options) : null;

    /// <summary>A list to choose from beside a field in which anything may stand.</summary>
    public static Element DataList(string path, IReadOnlyList<FormOption> options) =>
        Tag("datalist", options.Select(option => Tag("option", option.Words == option.Value ? "" : option.Words).With("value", option.Value))).With("id", IdOf(path) + "-list");

    private Element Checks(SchemaPart part, string path, IReadOnlyList<FormOption> options, JsonElement value, bool isRequired)
    {
        var chosen = TextsOf(value).ToHashSet(StringComparer.Ordinal);
        return Group(part, path, isRequired,
        [
            Tag(
                options.Count > ManyOptions ? "div.checks.many" : "div.checks",
                options.Select(option => Tag(
                    "label",
                    Tag("input").With("type", "checkbox").With("name", path).With("value", option.Value).With("checked", chosen.Contains(option.Value) ? "" : null),
                    Tag("span", option.Words), option.Words == option.Value ? null : Tag("code", option.Value)))).With("tabindex", options.Count > ManyOptions ? "0" : null)
                .With("role", options.Count > ManyOptions ? "group" : null).With("aria-label", options.Count > ManyOptions ? part.Title.In(language) : null),
        ]);
    }

    private Element Repeated(SchemaPart part, SchemaPart item, string path, JsonElement value, int depth, bool isRequired)
    {
        var filled = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [];
        if (filled.Count == 0 && isRequired)
        {
            filled = [default];
        }

        return Group(part, path, isRequired,
        [
            Tag("div.items", filled.Select((one, index) => Item(item, FormattableString.Invariant($"{path}/{index}"), one, depth))),
            Tag("template", Item(item, path + "/~", default, depth)),
            Tag("button.add", In("＋ 加一项", "+ add one")).With("type", "button").With("data-add", path).With("aria-label", In($"{part.Title.Zh}：加一项", $"{part.Title.En}: add one")),
        ]);
    }

    private Element Item(SchemaPart item, string path, JsonElement value, int depth) => Tag(
        "div.item",
        All(item.Parts.Select(below => Field(below, $"{path}/{below.Name}", Below(value, below.Name), depth + 1, below.IsRequired))),
        Tag("button.remove", In("去掉这一项", "remove")).With("type", "button")).With("data-item", path);

    private Element Group(SchemaPart part, string path, bool isRequired, IEnumerable<Html> content)
    {
        var id = IdOf(path);
        return Tag("fieldset.field", Tag("legend", Label(part, isRequired)), Hint(part, id), All(content), Said(id)).With("data-field", path).With("id", id).With("tabindex", "-1").With("aria-describedby", $"{id}-hint {id}-said");
    }

    private Html Label(SchemaPart part, bool isRequired) => All(part.Title.In(language), isRequired ? Tag("span.must", In("必填", "required")) : null);

    private Element Hint(SchemaPart part, string id) => Tag("p.note", SaysTheChoices(part) ? "" : Said(part)).With("id", id + "-hint");

    /// <summary>What a field's explanation says to who picks yes or no and never writes true or false.</summary>
    private string Said(SchemaPart part) => part.Shape != PartShape.Truth ? part.Description.In(language) : part.Description.In(language)
        .Replace("true", In("是", "yes"), StringComparison.Ordinal).Replace("false", In("否", "no"), StringComparison.Ordinal);

    // A list to choose from says each word with its title; a description that only does the same is not said twice.
    private static bool SaysTheChoices(SchemaPart part) => part is { Shape: PartShape.List, Item.References: not null } || part.Allowed.Count > 0 && part.Allowed.All(word => part.Titles.ContainsKey(word) && part.Description.Zh.Contains(word, StringComparison.Ordinal));

    private static Element Said(string id) => Tag("p.said").With("id", id + "-said");

    private Element Select(string path, IReadOnlyList<FormOption> options, string text) => Tag(
        "select",
        Tag("option", In("—", "—")).With("value", " "),
        All(options.Select(option => Tag("option", option.Words == option.Value ? option.Value : In($"{option.Words}（{option.Value}）", $"{option.Words} ({option.Value})")).With("value", option.Value).With("selected", option.Value == text ? "" : null)))).With("name", path);

    private static Element Input(string path, string type, string text) => Tag("input").With("type", type).With("name", path).With("value", text.Length == 0 ? null : text);

    private IReadOnlyList<FormOption> Options(SchemaPart part, int depth) => choices.List(kind, part, depth == 0, values);

    private static string IdOf(string path) => "f-" + path.Replace('/', '-');

    private string In(string zh, string en) => language == Language.Zh ? zh : en;

    private static JsonElement Below(JsonElement value, string key) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out var below) ? below : default;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(TextOf) : [];
}
