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

    /// <summary>A line for each rule whose remarks are only counted, between a heading and how to see them; none where there are none.</summary>
    public static IReadOnlyList<Text> Folded(IReadOnlyList<Finding> folded) => folded.Count == 0
        ? []
        :
        [
            new("以前就有、没有逐条列出的：", "standing remarks, not listed one by one:"),
            .. folded.GroupBy(finding => finding.Rule).OrderBy(group => group.Key.Severity).ThenBy(group => group.Key.Id, StringComparer.Ordinal)
                .Select(group => new Text(
                    $"  {group.Key.Id} {group.Key.Severity.Title().Zh} {Number(group.Count())} 处  {group.Key.Title.Zh}",
                    $"  {group.Key.Id} {Number(group.Count())} {group.Key.Severity.Title().En}{(group.Count() == 1 ? "" : "s")}  {group.Key.Title.En}")),
            new("  = 逐条列出：./opsreg check --severity note", "  = to list them: ./opsreg check --severity note"),
        ];

    /// <summary>What should be known beside the findings that are shown.</summary>
    public static IReadOnlyList<Text> Further(FindingView view) =>
    [
        .. view.ErrorsElsewhere == 0
            ? Array.Empty<Text>()
            : [new($"另有 {Number(view.ErrorsElsewhere)} 个错误在别的文件里：./opsreg check", $"{Counted(Severity.Error.Title(), view.ErrorsElsewhere).En} more in other files: ./opsreg check")],
        .. view.FilesLeftOut == 0
            ? Array.Empty<Text>()
            :
            [
                new(
                    $"{Number(view.FilesLeftOut)} 个文件还读不进来，其余规则没有看到它们；改好后会继续核对",
                    $"{Counted(new("文件", "file"), view.FilesLeftOut).En} cannot be read yet; further checks follow once these are mended"),
            ],
    ];

    private static Text Counted(Text name, int count) => new($"{Number(count)} 个{name.Zh}", $"{Number(count)} {name.En}{(count == 1 ? "" : "s")}");
}
