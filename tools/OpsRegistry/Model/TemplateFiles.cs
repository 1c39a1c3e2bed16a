using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>Reads document templates: text that can be seen and nothing else, or findings.</summary>
internal static partial class TemplateFiles
{
    /// <summary>The largest template that is read, in bytes.</summary>
    public const int MaximumBytes = 64 * 1024;

    /// <summary>True for a path where a template stands: <c>ops-registry/templates/</c>, or <c>templates/</c> of a contract.</summary>
    public static bool IsAt(string path) => TemplatePath().IsMatch(path);

    /// <summary>Reads one; null where the findings say why not.</summary>
    public static (TemplateFile? Template, IReadOnlyList<string> Lines) Read(IRegistrySource source, SourceEntry entry, List<Finding> findings)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            findings.Add(YamlReader.Refusal(entry));
            return (null, []);
        }

        if (source.SizeOf(entry) is var size && size > MaximumBytes)
        {
            findings.Add(new(ReadingRules.FileTooLarge, Place.StartOf(entry.Path),
                new($"模板有 {size} 字节，上限为 {MaximumBytes}", $"template has {size} bytes, more than {MaximumBytes}"),
                new("模板只写版式，内容来自登记库", "a template holds the layout only: what is said comes from the registry")));
            return (null, []);
        }

        if (source.Read(entry) is not { } bytes)
        {
            findings.Add(new(ReadingRules.UnreadableFile, Place.StartOf(entry.Path), new("文件无法读取", "file cannot be read"), new("检查权限", "check its permissions")));
            return (null, []);
        }

        var (text, faults) = TextGuard.Decode(entry.Path, bytes);
        findings.AddRange(faults);
        var parts = TemplatePath().Match(entry.Path).Groups;
        var template = new TemplateFile(entry.Path, parts["contract"].Success ? parts["contract"].Value : null, parts["name"].Value, text.Text.ReplaceLineEndings("\n"));
        return (faults.Any(fault => fault.Rule.Severity == Severity.Error) ? null : template, text.Lines);
    }

    [GeneratedRegex("^ops-registry/(contracts/(?<contract>[a-z0-9-]+)/)?templates/(?<name>[a-z0-9-]+)\\.md$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TemplatePath();
}
