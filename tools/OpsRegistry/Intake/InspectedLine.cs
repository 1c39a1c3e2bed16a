using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>One thing inspected, as people write it on one line: <c>磁盘空间：异常；建议：清理日志；结果：已清理；完成：2026-01-07</c>.</summary>
internal static class InspectedLine
{
    /// <summary>How such a line is written.</summary>
    public static Text Form { get; } = new(
        "写作“系统功能：正常”，或“磁盘空间：异常；建议：清理日志；结果：已清理；完成：2026-01-07”",
        "write it as 系统功能：正常, or as 磁盘空间：异常；建议：清理日志；结果：已清理；完成：2026-01-07");

    /// <summary>The item; null where the line has no result, or a part that is none of these.</summary>
    public static YamlMapping? Read(string line)
    {
        var parts = line.TrimStart('-', '*', ' ').Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || Pair(parts[0]) is not { } first || ResultOf(first.Value) is not { } result)
        {
            return null;
        }

        var item = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            if (Pair(part) is not { } pair || KeyOf(pair.Key) is not { } key || !item.TryAdd(key, key == "completedOn" ? WrittenTime.Date(pair.Value) ?? (object)"" : pair.Value) || item[key] is "")
            {
                return null;
            }
        }

        return new()
        {
            { "item", first.Key },
            { "result", result },
            { "advice", item.GetValueOrDefault("advice") },
            { "outcome", item.GetValueOrDefault("outcome") },
            { "completedOn", item.GetValueOrDefault("completedOn") },
        };
    }

    /// <summary>An item as such a line.</summary>
    public static string Show(MappingNode item) =>
        $"{Words(item["item"])}：{(Words(item["result"]) == "abnormal" ? "异常" : "正常")}"
        + string.Concat(new[] { ("建议", "advice"), ("结果", "outcome"), ("完成", "completedOn") }.Where(part => item[part.Item2] is not null).Select(part => $"；{part.Item1}：{Words(item[part.Item2])}"));

    private static string Words(Node? node) => (node as ScalarNode)?.Text ?? "";

    // The first colon parts a thing from its result, a word from what is said under it.
    private static (string Key, string Value)? Pair(string part)
    {
        var cut = part.IndexOfAny(['：', ':']);
        return cut > 0 ? (part[..cut].Trim(), part[(cut + 1)..].Trim()) : null;
    }

    private static string? ResultOf(string words) => words switch
    {
        "正常" => "normal",
        "异常" => "abnormal",
        _ => null,
    };

    private static string? KeyOf(string word) => word switch
    {
        "建议" or "处理建议" => "advice",
        "结果" or "处理结果" => "outcome",
        "完成" or "完成日" or "处理完成日" => "completedOn",
        _ => null,
    };
}
