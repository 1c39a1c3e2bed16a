using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>The Load stage: every file of a source becomes a resource, or findings; never an exception, and one file's fault never hides another.</summary>
public static partial class RegistryLoader
{
    /// <summary>The largest evidence file that is accepted, in bytes.</summary>
    public const long MaximumEvidenceBytes = 20 * 1024 * 1024;

    /// <summary>Loads a registry.</summary>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="schemas">The schemas that judge: those of the base when a pull request is judged.</param>
    public static Loaded Load(IRegistrySource source, SchemaSet schemas)
    {
        var findings = new List<Finding>();
        var resources = new List<Resource>();
        var evidence = new List<EvidenceFile>();
        var unread = new List<string>();
        var templates = new List<TemplateFile>();
        var lines = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in source.Entries)
        {
            if (EvidencePath().Match(entry.Path) is { Success: true } proof)
            {
                ReadEvidence(source, entry, proof, evidence, findings);
            }
            else if (TemplateFiles.IsAt(entry.Path))
            {
                var (template, text) = TemplateFiles.Read(source, entry, findings);
                lines[entry.Path] = text;
                templates.AddRange(template is null ? [] : [template]);
            }
            else if (entry.Path.EndsWith(".yaml", StringComparison.Ordinal))
            {
                if (ReadResource(source, entry, schemas, lines, findings) is { } resource)
                {
                    resources.Add(resource);
                }
                else
                {
                    unread.Add(entry.Path);
                }
            }
            else if (!GuidePath().IsMatch(entry.Path))
            {
                findings.Add(new(ModelRules.UnknownFile, Place.StartOf(entry.Path),
                    new($"这里不应有文件“{Path.GetFileName(entry.Path)}”", $"file '{Path.GetFileName(entry.Path)}' does not belong here"),
                    new("记录须以 .yaml 结尾，证明材料放在合同的 evidence/ 下", "records end in .yaml, proofs stand under the contract's evidence/")));
            }
        }

        findings.AddRange(schemas.UsedFindings);
        return new(new Registry(resources, evidence, unread) { Templates = templates }, FindingOrder.Sorted(findings), path => lines.GetValueOrDefault(path));
    }

    private static Resource? ReadResource(
        IRegistrySource source, SourceEntry entry, SchemaSet schemas, Dictionary<string, IReadOnlyList<string>> lines, List<Finding> findings)
    {
        var file = YamlReader.Read(source, entry);
        lines[entry.Path] = file.Lines;
        findings.AddRange(file.Findings);
        if (file.Root is not { } root)
        {
            return null;
        }

        var faults = schemas.Validate(root);
        findings.AddRange(faults);
        return faults.Count == 0 ? Bind(entry.Path, file.Blob, root, findings) : null;
    }

    private static Resource? Bind(string path, string blob, MappingNode root, List<Finding> findings) =>
        Kinds.Named((root["kind"] as ScalarNode)?.Text ?? "") is { } kind &&
        root["metadata"] is MappingNode metadata && root["spec"] is MappingNode spec &&
        Binder.Bind<Metadata>(metadata, findings) is { } envelope &&
        Binder.Bind(kind.SpecType, spec, findings) is Spec bound
            ? new Resource(path, blob, kind, envelope, root, bound)
            : null;

    private static void ReadEvidence(IRegistrySource source, SourceEntry entry, Match proof, List<EvidenceFile> evidence, List<Finding> findings)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            findings.Add(YamlReader.Refusal(entry));
            return;
        }

        if (source.SizeOf(entry) is var size && size > MaximumEvidenceBytes)
        {
            findings.Add(new(ReadingRules.FileTooLarge, Place.StartOf(entry.Path),
                new($"文件 {size} 字节，超过 {MaximumEvidenceBytes} 字节", $"file has {size} bytes, more than {MaximumEvidenceBytes}"),
                new("压缩后再提交，或分成几个文件", "compress it, or split it into several files")));
            return;
        }

        if (source.Read(entry) is not { } bytes)
        {
            findings.Add(new(ReadingRules.UnreadableFile, Place.StartOf(entry.Path), new("文件无法读取", "file cannot be read"), new("检查权限", "check its permissions")));
            return;
        }

        evidence.Add(new(entry.Path, proof.Groups["contract"].Value, proof.Groups["file"].Value, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    [GeneratedRegex("^ops-registry/contracts/(?<contract>[^/]+)/evidence/(?<file>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EvidencePath();

    [GeneratedRegex("^ops-registry/(contracts/[^/]+/)?README(\\.zh-CN)?\\.md$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GuidePath();
}
