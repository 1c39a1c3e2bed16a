using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>The words that every writer of findings uses.</summary>
internal static class FindingWords
{
    /// <summary>The page that explains a rule.</summary>
    public static string Docs(RuleInfo rule) => $"docs/rules/{rule.Id}.md";

    /// <summary>A number as all writers show it.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many findings of each severity, in how many files.</summary>
    public static Text Summary(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return new("没有发现问题", "no findings");
        }

        var counts = findings.GroupBy(finding => finding.Rule.Severity).OrderBy(group => group.Key).Select(group => Counted(group.Key.Title(), group.Count())).ToArray();
        var files = findings.Select(finding => finding.Place.Path).Distinct(StringComparer.Ordinal).Count();
        return new(
            $"{string.Join("，", counts.Select(count => count.Zh))}，涉及 {Number(files)} 个文件",
            $"{string.Join(", ", counts.Select(count => count.En))} in {Counted(new("文件", "file"), files).En}");
    }

    private static Text Counted(Text name, int count) => new($"{Number(count)} 个{name.Zh}", $"{Number(count)} {name.En}{(count == 1 ? "" : "s")}");
}
