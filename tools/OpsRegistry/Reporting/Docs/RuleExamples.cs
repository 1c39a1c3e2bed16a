using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Docs;

/// <summary>The cases of the rules as a reader should see them: the lines that differ from the registry they are laid over.</summary>
/// <param name="files">The files under tests/cases by their path below it.</param>
internal sealed class RuleExamples(IReadOnlyDictionary<string, string> files)
{
    private const int Around = 4;
    private const int ShownWhole = 30;

    /// <summary>Where a case's files lie: at its root, or for a change before and after it.</summary>
    private static readonly (string Folder, string Title)[] Sides = [("", ""), ("before/", "变更前 / before: "), ("after/", "变更后 / after: ")];

    /// <summary>The first case of a rule whose folder begins with a word; null when it has none.</summary>
    public string? FirstOf(RuleInfo rule, string word) => files.Keys
        .Where(path => path.StartsWith($"{rule.Id}-{rule.Name}/{word}", StringComparison.Ordinal))
        .Select(path => string.Join('/', path.Split('/').Take(2)))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>What the case's findings look like.</summary>
    public string OutputOf(string path, Language language) => files.GetValueOrDefault($"{path}/{(language == Language.Zh ? "expected.zh.txt" : "expected.txt")}", "");

    /// <summary>The files of a case as Markdown.</summary>
    public string FilesOf(string path)
    {
        var text = new StringBuilder();
        if (files.TryGetValue($"{path}/change.yaml", out var change))
        {
            text.Append($"```yaml\n{change}```\n\n");
        }

        foreach (var (folder, title) in Sides)
        {
            AppendFiles(text, $"{path}/{folder}", title);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private void AppendFiles(StringBuilder text, string path, string title)
    {
        foreach (var file in files.Keys.Where(file => file.StartsWith($"{path}ops-registry/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = file[path.Length..];
            text.Append(title).Append(
                name.EndsWith(".removed", StringComparison.Ordinal) ? $"`{name[..^".removed".Length]}` 不存在 / is not there\n\n"
                : name.EndsWith(".bytes", StringComparison.Ordinal) ? $"`{name[..^".bytes".Length]}`: 字节见 / bytes in [tests/cases/{file}](../../tests/cases/{file})\n\n"
                : $"`{name}`\n\n```{(name.EndsWith(".yaml", StringComparison.Ordinal) ? "yaml" : "text")}\n{Shown(files[file], OriginalOf(path, name))}```\n\n");
        }
    }

    /// <summary>The file that a case's own is laid over: that before the change, or that of the base.</summary>
    private string? OriginalOf(string path, string name) =>
        (path.EndsWith("/after/", StringComparison.Ordinal) ? files.GetValueOrDefault($"{path[..^"after/".Length]}before/{name}") : null) ?? files.GetValueOrDefault($"base/{name}");

    private static string Shown(string text, string? original)
    {
        var lines = text.Split('\n')[..^1];
        var before = original?.Split('\n')[..^1] ?? [];
        if (lines.Length <= ShownWhole || before.Length == 0)
        {
            return string.Concat(lines.Select(line => line + "\n"));
        }

        var same = lines.Zip(before).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameAtEnd = lines.Reverse().Zip(before.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var first = Math.Max(0, Math.Min(same, lines.Length - 1) - Around);
        var last = Math.Min(lines.Length, Math.Max(lines.Length - sameAtEnd, same) + Around);
        var shown = lines[first..last].Prepend(first > 0 ? "# …" : null).Append(last < lines.Length ? "# …" : null);
        return string.Concat(shown.OfType<string>().Select(line => line + "\n"));
    }
}
