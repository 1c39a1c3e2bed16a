using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>What one file of a registry gives.</summary>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record LoadedFile(IReadOnlyList<Finding> Findings)
{
    /// <summary>What was read into its type; null for evidence, for what does not belong, and for what could not be read.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The proof; null for other files.</summary>
    public EvidenceFile? Evidence { get; init; }

    /// <summary>The document template; null for other files.</summary>
    public TemplateFile? Template { get; init; }

    /// <summary>The text of a source document; null for other files.</summary>
    public SourceText? SourceText { get; init; }

    /// <summary>True for a YAML file, readable or not.</summary>
    public bool IsYaml { get; init; }

    /// <summary>What decides all this beside the path: the blob id; for files that are not read, why not. Null where the next try may find something else.</summary>
    public string? Content { get; init; }
}

/// <summary>Loads one file after another; several threads may do so at once.</summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="trees">Trees from earlier; null to parse every file.</param>
internal sealed partial class FileLoader(IRegistrySource source, SchemaSet schemas, TreeCache? trees)
{
    private const string RegistryFolder = "ops-registry/";

    /// <summary>Loads a file.</summary>
    public LoadedFile Load(SourceEntry entry) =>
        SystemFiles.KeepsFolder(Path.GetFileName(entry.Path)) ? new([]) { Content = FileContent.NotLookedAt }
        : LeftBehind(entry) is { } left ? new([left]) { Content = FileContent.NotLookedAt }
        : !entry.Path.StartsWith(RegistryFolder, StringComparison.Ordinal) ? Outside(entry)
        : EvidencePath().Match(entry.Path) is { Success: true } proof ? Evidence(entry, proof)
        : TemplateFiles.IsAt(entry.Path) ? Template(entry)
        : SourceText.IsAt(entry.Path) ? Document(entry)
        : entry.Path.EndsWith(".yaml", StringComparison.Ordinal) ? Yaml(entry)
        : new(GuidePath().IsMatch(entry.Path) ? [] : [Unknown(entry)]) { Content = FileContent.NotLookedAt };

    /// <summary>The lines of a file; null for one that is not read as text.</summary>
    public static IReadOnlyList<string>? Lines(IRegistrySource source, SourceEntry entry) =>
        EvidencePath().IsMatch(entry.Path) ? null
        : TemplateFiles.IsAt(entry.Path) ? TemplateFiles.Read(source, entry, []).Lines
        : SourceText.IsAt(entry.Path) ? SourceText.Read(source, entry, [])?.Lines
        : entry.Path.EndsWith(".yaml", StringComparison.Ordinal) ? YamlReader.Lines(source, entry)
        : null;

    private static Finding? LeftBehind(SourceEntry entry) => SystemFiles.LeftBy(Path.GetFileName(entry.Path), EvidencePath().IsMatch(entry.Path)) is not { } program ? null : new(
        ModelRules.UnknownFile, Place.StartOf(entry.Path),
        new($"“{Path.GetFileName(entry.Path)}”是{program.Zh}留下的文件", $"file '{Path.GetFileName(entry.Path)}' was left by {program.En}"),
        new("删除它；再在 .gitignore 里写上它的名称，以后就不会提交", "delete it, and name it in .gitignore so that it is not committed again"));

    private static Finding Unknown(SourceEntry entry)
    {
        var name = Path.GetFileName(entry.Path);
        var yaml = YamlEnding().Replace(entry.Path, ".yaml");
        return new(
            ModelRules.UnknownFile, Place.StartOf(entry.Path),
            new($"这里不应有文件“{name}”", $"file '{name}' does not belong here"),
            yaml == entry.Path
                ? new("记录须以 .yaml 结尾，证明材料放在合同的 evidence/ 下", "records end in .yaml, proofs stand under the contract's evidence/")
                : new($"改名为“{Path.GetFileName(yaml)}”", $"rename it to '{Path.GetFileName(yaml)}'"))
        {
            Remedy = yaml == entry.Path ? null : new Remedy.Move(entry.Path, yaml),
        };
    }

    // A record beside the registry is counted nowhere; a file of another program is none of ours.
    private LoadedFile Outside(SourceEntry entry)
    {
        var bytes = entry.Kind == SourceEntryKind.File && source.SizeOf(entry) <= YamlReader.MaximumBytes ? source.Read(entry) : null;
        return bytes is null || !bytes.AsSpan().StartsWith("apiVersion: ops-registry/"u8) && bytes.AsSpan().IndexOf("\napiVersion: ops-registry/"u8) < 0
            ? new([]) { Content = bytes is null ? null : BlobId.Compute(bytes) }
            : new([new(
                ModelRules.UnknownFile, Place.StartOf(entry.Path),
                new("记录放在了 ops-registry/ 之外，不会计入", "record outside of ops-registry/, where nothing counts it"),
                entry.Path.StartsWith("contracts/", StringComparison.Ordinal)
                    ? new($"移到 {RegistryFolder}{entry.Path}", $"move it to {RegistryFolder}{entry.Path}")
                    : new($"移到 {RegistryFolder}contracts/<合同>/{entry.Path}", $"move it to {RegistryFolder}contracts/<contract>/{entry.Path}"))])
            { Content = BlobId.Compute(bytes) };
    }

    private LoadedFile Yaml(SourceEntry entry)
    {
        var known = trees?.For(entry.Path);
        if (entry.Blob is { } listed && known?.Find(listed, entry.Path) is { } tree)
        {
            return Bound(entry.Path, listed, tree);
        }

        if (entry.Kind != SourceEntryKind.File || source.SizeOf(entry) is var size && size > YamlReader.MaximumBytes)
        {
            return Unread(YamlReader.Read(source, entry)) with { Content = ContentOfUnread(entry) };
        }

        if (source.Read(entry) is not { } bytes)
        {
            return Unread(YamlReader.Unreadable(entry.Path));
        }

        return known is not null && BlobId.Compute(bytes) is var blob && known.Find(blob, entry.Path) is { } root
            ? Bound(entry.Path, blob, root)
            : Parsed(YamlReader.Read(entry.Path, bytes), known);
    }

    private LoadedFile Parsed(YamlFile file, KnownTrees? known)
    {
        if (file.Root is not { } root)
        {
            return Unread(file);
        }

        IReadOnlyList<Finding> faults = [.. file.Findings, .. schemas.Validate(file)];
        if (faults.Any(fault => fault.Rule.Severity == Severity.Error))
        {
            return new(faults) { IsYaml = true, Content = file.Blob };
        }

        var bound = Bound(file.Path, file.Blob, root);
        if (bound.Resource?.Spec is Determination { RecordKind: { } kind } determination && schemas.Validate(kind.Name, determination.Field, determination.Value) is { Count: > 0 } wrong)
        {
            return new([.. faults, .. wrong]) { IsYaml = true, Content = file.Blob };
        }

        if (faults.Count > 0)
        {
            return bound with { Findings = [.. faults, .. bound.Findings] };
        }

        known?.Add(file.Blob, root);
        return bound;
    }

    private static LoadedFile Unread(YamlFile file) => new(file.Findings) { IsYaml = true, Content = file.Blob.Length > 0 ? file.Blob : null };

    private static LoadedFile Bound(string path, string blob, MappingNode root)
    {
        var findings = new List<Finding>();
        return new(findings) { IsYaml = true, Content = blob, Resource = Bind(path, blob, root, findings) };
    }

    private static Resource? Bind(string path, string blob, MappingNode root, List<Finding> findings) =>
        Kinds.Named((root["kind"] as ScalarNode)?.Text ?? "") is { } kind &&
        root["metadata"] is MappingNode metadata && root["spec"] is MappingNode spec &&
        Binder.Bind(Metadata.Read, metadata, findings) is { } envelope &&
        Binder.Bind(kind.Read, spec, findings) is { } bound
            ? new Resource(path, blob, kind, envelope, root, bound)
            : null;

    private LoadedFile Evidence(SourceEntry entry, Match proof)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            return new([YamlReader.Refusal(entry)]) { Content = ContentOfUnread(entry) };
        }

        if (source.SizeOf(entry) is var size && size > RegistryLoader.MaximumEvidenceBytes)
        {
            return new([new(ReadingRules.FileTooLarge, Place.StartOf(entry.Path),
                new($"文件 {size} 字节，超过 {RegistryLoader.MaximumEvidenceBytes} 字节", $"file has {size} bytes, more than {RegistryLoader.MaximumEvidenceBytes}"),
                new("压缩后再提交，或分成几个文件", "compress it, or split it into several files"))])
            { Content = ContentOfUnread(entry) };
        }

        if (source.Read(entry) is not { } bytes)
        {
            return new([new(ReadingRules.UnreadableFile, Place.StartOf(entry.Path), new("文件无法读取", "file cannot be read"), new("检查权限", "check its permissions"))]);
        }

        return new([])
        {
            Content = entry.Blob ?? BlobId.Compute(bytes),
            Evidence = new(entry.Path, proof.Groups["contract"].Value, proof.Groups["file"].Value, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            {
                Size = bytes.Length,
                IsPointer = bytes.AsSpan().StartsWith("version https://git-lfs.github.com/spec/"u8),
            },
        };
    }

    private LoadedFile Template(SourceEntry entry)
    {
        var findings = new List<Finding>();
        var content = FileContent.Identify(source, entry);
        var (template, _) = TemplateFiles.Read(source, entry, findings);
        return new(findings) { Template = template, Content = FileContent.Identify(source, entry) == content ? content : null };
    }

    private LoadedFile Document(SourceEntry entry)
    {
        var findings = new List<Finding>();
        var content = FileContent.Identify(source, entry);
        var text = SourceText.Read(source, entry, findings);
        return new(findings) { SourceText = text, Content = FileContent.Identify(source, entry) == content ? content : null };
    }

    private string ContentOfUnread(SourceEntry entry) => FileContent.Unread(source, entry);

    [GeneratedRegex("[.](yml|yaml)([.]txt)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex YamlEnding();

    [GeneratedRegex("^ops-registry/contracts/(?<contract>[^/]+)/evidence/(?<file>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex EvidencePath();

    [GeneratedRegex("^ops-registry/(contracts/[^/]+/)?README(\\.zh-CN)?\\.md$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GuidePath();
}
