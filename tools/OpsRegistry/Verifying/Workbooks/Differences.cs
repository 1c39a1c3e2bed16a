using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>The differences between two workbooks as findings.</summary>
internal sealed class Differences(string path)
{
    private const int ShownText = 80;

    private readonly List<Finding> all = [];

    public IReadOnlyList<Finding> All => all;

    /// <summary>Adds a finding on the file, or on a cell of it.</summary>
    public void Add(RuleInfo rule, Message words, Text help, string? cell = null)
    {
        var (row, column) = cell is null ? (1, 1) : FormulaText.Place(cell);
        all.Add(new(rule, new Place(path, row, column, 1), words, help));
    }

    /// <summary>Adds a finding where two values differ.</summary>
    public void Compare(RuleInfo rule, Text where, string? expected, string? found, string? cell = null)
    {
        if ((expected ?? "") != (found ?? ""))
        {
            Add(rule, new($"{where.Zh}：应为{Quoted(expected, "（空）")}，实为{Quoted(found, "（空）")}", $"{where.En}: expected {Quoted(expected, "nothing")}, found {Quoted(found, "nothing")}"), Restore, cell);
        }
    }

    /// <summary>Adds a finding for each fact that differs, and for what nobody knows how it is shown.</summary>
    /// <param name="where">Where they stand, for findings.</param>
    /// <param name="expected">The facts of the report.</param>
    /// <param name="found">The facts of the file.</param>
    public void Compare(string where, ShownFacts expected, ShownFacts found)
    {
        foreach (var key in expected.Values.Keys.Union(found.Values.Keys, StringComparer.Ordinal))
        {
            var (wanted, actual) = (expected.Values.GetValueOrDefault(key), found.Values.GetValueOrDefault(key));
            if (actual is not null || wanted is { MayBeAbsent: false })
            {
                Compare((wanted ?? actual)!.Rule, Text.Same($"{where}{key}"), wanted?.Value ?? actual?.Usual, actual?.Value ?? wanted?.Usual);
            }
        }

        foreach (var unknown in found.Unknown.Distinct(StringComparer.Ordinal))
        {
            Add(WorkbookRules.NotCompared, new($"{where}{unknown}：不知道它怎样显示", $"{where}{unknown}: it is not known how that is shown"), new("要没有改动过的原文件", "ask for the file as it was written"));
        }
    }

    private static Text Restore { get; } = new("重新生成工作簿，不要用改过的", "make the workbook again and do not use this one");

    private static string Quoted(string? text, string empty) =>
        string.IsNullOrEmpty(text) ? empty : $"'{(text.Length > ShownText ? text[..ShownText] + "…" : text)}'";
}
