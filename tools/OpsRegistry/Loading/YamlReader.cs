using OpsRegistry.Loading.Strict;
using OpsRegistry.Sources;
using YamlDotNet.Core.Events;

namespace OpsRegistry.Loading;

/// <summary>Reads one YAML file into nodes that know their places. Any bytes at all give a result: a tree, or findings.</summary>
internal static class YamlReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumBytes = 1_048_576;

    /// <summary>The deepest nesting that is read; the file's own mapping is level 1.</summary>
    public const int MaximumDepth = 32;

    /// <summary>How many structural faults of one file are listed one by one.</summary>
    public const int MaximumFindings = 20;

    /// <summary>Reads an entry of a source: links, special files, files too large or unreadable are findings.</summary>
    public static YamlFile Read(IRegistrySource source, SourceEntry entry)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            return new YamlFile(entry.Path, null, [Refusal(entry)], []);
        }

        if (source.SizeOf(entry) is var size && size > MaximumBytes)
        {
            return TooLarge(entry.Path, size);
        }

        return source.Read(entry) is { } bytes
            ? Read(entry.Path, bytes)
            : Unreadable(entry.Path);
    }

    /// <summary>What is said of a file that cannot be read.</summary>
    public static YamlFile Unreadable(string path) =>
        Refused(path, ReadingRules.UnreadableFile, new("文件无法读取", "file cannot be read"), new("检查权限，以及文件是否仍然存在", "check its permissions and that it is still there"));

    /// <summary>The lines of an entry without their ends, for excerpts; none for what is not read.</summary>
    public static IReadOnlyList<string> Lines(IRegistrySource source, SourceEntry entry) =>
        entry.Kind == SourceEntryKind.File && source.SizeOf(entry) <= MaximumBytes && source.Read(entry) is { Length: <= MaximumBytes } bytes
            ? TextGuard.LinesOf(entry.Path, bytes).Lines
            : [];

    /// <summary>What is said of an entry that is no regular file.</summary>
    public static Finding Refusal(SourceEntry entry) =>
        new(ReadingRules.NotARegularFile, Place.StartOf(entry.Path), NotRegular(entry.Kind), new("换成普通文件", "put a regular file in its place"));

    /// <summary>Reads a file from its bytes.</summary>
    public static YamlFile Read(string path, byte[] bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            return TooLarge(path, bytes.Length);
        }

        var blob = BlobId.Compute(bytes);
        return StrictYaml.Read(path, bytes) is var (root, comments)
            ? new YamlFile(path, root, [], new LaterLines(bytes)) { Blob = blob, Comments = comments }
            : ReadByLibrary(path, bytes, blob);
    }

    /// <summary>Reads a file of any bytes that are not too many: with the library's parser, and with words for whatever is wrong.</summary>
    internal static YamlFile ReadByLibrary(string path, byte[] bytes, string blob)
    {
        var (source, characterFindings) = TextGuard.Decode(path, bytes);
        if (characterFindings.Any(finding => finding.Rule.Severity == Severity.Error))
        {
            return new YamlFile(path, null, characterFindings, source.Lines) { Blob = blob };
        }

        if (ConflictMarkers.Find(source) is { } conflict)
        {
            return new YamlFile(path, null, [conflict], source.Lines) { Blob = blob };
        }

        var findings = new CappedFindings(MaximumFindings);
        var comments = new Dictionary<Place, TrailingComment>();
        var root = Fence(source) is { } fence ? Refuse(findings, fence) : ReadDocument(source, findings, comments);
        var found = CausesAlone(findings.ToList());
        return new YamlFile(path, found.Count == 0 ? root : null, FindingOrder.Sorted(characterFindings.Concat(found)), source.Lines) { Blob = blob, Comments = comments };
    }

    // What else is said of the line of a syntax fault follows from it: a star before a sentence is an alias to the parser.
    private static IReadOnlyList<Finding> CausesAlone(IReadOnlyList<Finding> found) =>
        found.Where(finding => finding.Rule == ReadingRules.YamlSyntax || found.All(other => other.Rule != ReadingRules.YamlSyntax || other.Place.Line != finding.Place.Line)).ToList();

    private static MappingNode? Refuse(CappedFindings findings, Finding finding)
    {
        findings.Add(finding);
        return null;
    }

    /// <summary>The finding that a file was pasted with the fences of a page round it; null for none.</summary>
    private static Finding? Fence(SourceLines source)
    {
        var numbers = Enumerable.Range(1, source.Lines.Count);
        var fences = new[] { numbers.FirstOrDefault(IsFilled), numbers.Reverse().FirstOrDefault(IsFilled) }.Distinct().Where(number => number > 0 && IsFence(source.Lines[number - 1])).ToList();
        return fences.Count == 0 ? null : new(
            ReadingRules.YamlSyntax,
            source.At(fences[0], 1, int.MaxValue),
            new($"第 {string.Join("、", fences)} 行是代码块的围栏，不属于文件", $"line{(fences.Count == 1 ? "" : "s")} {string.Join(", ", fences)}: the fence of a code block is no part of the file"),
            new("删除 ``` 行", "delete the ``` lines"));

        bool IsFilled(int number) => source.Lines[number - 1].AsSpan().ContainsAnyExcept(' ');
    }

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    private static MappingNode? ReadDocument(SourceLines source, CappedFindings findings, Dictionary<Place, TrailingComment> comments)
    {
        if (RefuseDirective(source, findings))
        {
            return null;
        }

        var events = new YamlEvents(source, findings);
        if (events.Current is StreamStart)
        {
            events.Next();
        }

        if (events.Current is not DocumentStart first)
        {
            if (events.Current is not null)
            {
                findings.Add(Empty(source));
            }

            return null;
        }

        events.Next();
        var tree = new YamlTree(source, events, findings);
        var root = tree.ReadNode(0);
        foreach (var (value, comment) in tree.Comments)
        {
            comments[value] = comment;
        }

        if (events.Current is null)
        {
            return null;
        }

        RefuseSecondDocument(source, events, findings, first);
        if (root is not MappingNode)
        {
            findings.Add(NotMapping(source, root));
        }

        return root as MappingNode;
    }

    // Before the parser, because the library passes over directives that it does not know.
    private static bool RefuseDirective(SourceLines source, CappedFindings findings)
    {
        for (var number = 0; number < source.Lines.Count; number++)
        {
            var line = source.Lines[number];
            if (line.StartsWith('%'))
            {
                findings.Add(new Finding(
                    ReadingRules.AnchorOrTag,
                    source.At(number + 1, 1, line.TrimEnd(' ').Length),
                    new("YAML 指令", "YAML directive"),
                    new Text("删除以 % 开头的行", "delete the line that begins with '%'")));
                return true;
            }

            if (line.Length > 0 && !line.TrimStart(' ').StartsWith('#') && line.Trim(' ').Length > 0)
            {
                return false;
            }
        }

        return false;
    }

    private static void RefuseSecondDocument(SourceLines source, YamlEvents events, CappedFindings findings, DocumentStart first)
    {
        events.Next();
        if (events.Current is not DocumentStart second)
        {
            return;
        }

        findings.Add(new Finding(
            ReadingRules.NotOneDocument,
            MarkPlaces.Between(source, second.Start, second.End),
            new("文件中有第二个文档", "second document in the file"),
            new Text("每个文件只写一个文档：拆成两个文件", "one document per file: split it in two"))
        {
            Related = [new RelatedPlace(MarkPlaces.Between(source, first.Start, first.End), new Text("第一个文档", "first document"))],
        });
    }

    private static Finding Empty(SourceLines source) => new(
        ReadingRules.NotOneDocument,
        source.At(1, 1, 1),
        new("文件中没有内容", "file holds no document"),
        new Text("写入 apiVersion、kind、metadata 和 spec，或删除文件", "write apiVersion, kind, metadata and spec, or delete the file"));

    private static Finding NotMapping(SourceLines source, Node root) => root is ScalarNode { Kind: ScalarKind.Null }
        ? Empty(source)
        : new Finding(
            ReadingRules.NotOneDocument,
            root.Place,
            root is SequenceNode ? new Message("文件内容是列表，不是键和值", "document is a list, not keys and values") : new Message("文件内容是单个值，不是键和值", "document is a single value, not keys and values"),
            new Text("以 apiVersion: 和 kind: 开头", "begin with apiVersion: and kind:"));

    private static YamlFile TooLarge(string path, long bytes)
    {
        var size = bytes.ToString("N0", CultureInfo.InvariantCulture);
        return Refused(
            path,
            ReadingRules.FileTooLarge,
            new($"文件有 {size} 字节，上限为 1,048,576", $"file has {size} bytes, more than 1,048,576"),
            new Text("拆分为多个文件；附件放入 evidence/", "split it; attachments belong in evidence/"));
    }

    private static Message NotRegular(SourceEntryKind kind) =>
        kind == SourceEntryKind.SymbolicLink ? new("这是符号链接", "this is a symbolic link") : new("这是设备、管道、套接字或子模块", "this is a device, pipe, socket or submodule");

    private static YamlFile Refused(string path, RuleInfo rule, Message message, Text help) =>
        new(path, null, [new Finding(rule, Place.StartOf(path), message, help)], []);
}
