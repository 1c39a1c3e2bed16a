using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Rules;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Reporting.Shards;

/// <summary>What a run over a part of the contracts gives: <c>opsreg merge</c> joins the documents of all parts into what one run would have given.</summary>
/// <param name="Shard">Which part of what.</param>
/// <param name="Parts">What each contract of the part gave, by name.</param>
/// <param name="Schemas">What is wrong with the schemas that judged them, packed as <c>checked</c> is.</param>
/// <param name="Findings">What is wrong in the part, for readers; merging goes by what is packed.</param>
/// <param name="Sha256">The digest of this document with an empty digest: a file that arrived in part is told from a whole one.</param>
internal sealed record ShardDocument(ShardHead Shard, IReadOnlyList<ShardPart> Parts, string Schemas, IReadOnlyList<FindingEntry> Findings, string Sha256)
{
    private static readonly JsonSerializerOptions Strict = new(JsonOutput.Escaped) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Dictionary<string, RuleInfo> Rules = RuleCatalog.Infos.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The document of a part.</summary>
    /// <param name="parts">What each of its contracts gave.</param>
    /// <param name="check">What checking them gave; null where the verb checks nothing.</param>
    public static ShardDocument Build(ShardHead head, IReadOnlyList<ShardPart> parts, PartlyChecked? check)
    {
        var document = new ShardDocument(
            head,
            parts.OrderBy(part => part.Contract, StringComparer.Ordinal).Select(part => part with { Checked = check?.Slices.GetValueOrDefault(part.Contract) is { } slice ? Pack(slice.Write) : "" }).ToList(),
            check is null ? "" : Pack(output => FindingCodec.Write(output, check.InSchemas)),
            check is null ? [] : FindingOrder.CausesFirst(check.Findings).Select(FindingEntry.From).ToList(),
            "");
        return document with { Sha256 = document.Digest() };
    }

    /// <summary>Reads a document; null where the bytes are not a whole one.</summary>
    public static ShardDocument? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, (JsonTypeInfo<ShardDocument>)Strict.GetTypeInfo(typeof(ShardDocument))) is { } document && document.Digest() == document.Sha256 ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the document.</summary>
    public void Write(TextWriter output) => JsonOutput.Write(output, this, JsonOutput.Escaped);

    /// <summary>What checking each contract gave; null where what is packed cannot be read.</summary>
    public IReadOnlyDictionary<string, SliceResult>? Slices()
    {
        var slices = new Dictionary<string, SliceResult>(StringComparer.Ordinal);
        foreach (var part in Parts.Where(part => part.Checked.Length > 0))
        {
            if (Unpack(part.Checked) is not { } bytes || SliceResult.Read(bytes) is not { } slice)
            {
                return null;
            }

            slices[part.Contract] = slice;
        }

        return slices;
    }

    /// <summary>What is wrong with the schemas; null where what is packed cannot be read.</summary>
    public IReadOnlyList<Finding>? InSchemas()
    {
        if (Schemas.Length == 0 || Unpack(Schemas) is not { } bytes)
        {
            return Schemas.Length == 0 ? [] : null;
        }

        var input = new CompactReader(bytes);
        var findings = FindingCodec.Read(ref input, Rules);
        return input.IsFinished ? findings : null;
    }

    private static string Pack(Action<CompactWriter> write)
    {
        var output = new CompactWriter();
        write(output);
        return Convert.ToBase64String(output.Written.Span);
    }

    private static byte[]? Unpack(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }

    private string Digest()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        (this with { Sha256 = "" }).Write(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Which part of what: the documents that are joined agree in all of it but the number.</summary>
/// <param name="Verb">The verb that ran.</param>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
/// <param name="Tool">The version of this tool.</param>
/// <param name="Commit">The commit that was read; null where files stand that no commit holds.</param>
/// <param name="Registry">The digest of schemas, of the files that all contracts share, and of the contracts' names and sizes.</param>
/// <param name="Asked">The other options that decide what is written, by name, as they were given.</param>
/// <param name="Format">The format that the joined output has.</param>
/// <param name="Language">The language that it has.</param>
/// <param name="Contracts">The names of all contracts of the registry.</param>
internal sealed record ShardHead(
    string Verb, int Number, int Of, string Tool, string? Commit, string Registry, IReadOnlyDictionary<string, string> Asked, string Format, Language Language, IReadOnlyList<string> Contracts)
{
    /// <summary>What keeps two documents from being parts of one run; null for nothing.</summary>
    public Text? Mismatch(ShardHead other) =>
        Verb != other.Verb ? new($"命令不同（{Verb}、{other.Verb}）", $"their verbs differ ({Verb}, {other.Verb})")
        : Of != other.Of ? new($"份数不同（{Of}、{other.Of}）", $"one is of {Of} parts, the other of {other.Of}")
        : Tool != other.Tool ? new($"工具版本不同（{Tool}、{other.Tool}）", $"their tools differ ({Tool}, {other.Tool})")
        : Commit != other.Commit ? new($"提交不同（{Commit ?? "未提交"}、{other.Commit ?? "未提交"}）", $"their commits differ ({Commit ?? "uncommitted"}, {other.Commit ?? "uncommitted"})")
        : Registry != other.Registry || !Contracts.SequenceEqual(other.Contracts, StringComparer.Ordinal) ? new("登记库的公用文件或合同不同", "the registries differ in shared files or contracts")
        : Options != other.Options ? new($"选项不同（{Options}；{other.Options}）", $"their options differ ({Options}; {other.Options})")
        : null;

    private string Options => string.Join(' ', Asked.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"--{one.Key} {one.Value}").Prepend($"--format {Format} --lang {Model.YamlWord.Write(Language)}"));
}

/// <summary>What one contract gave.</summary>
/// <param name="Contract">The contract's folder.</param>
/// <param name="Files">How many files the folder holds.</param>
internal sealed record ShardPart(string Contract, int Files)
{
    /// <summary>What checking the folder gave, packed; empty where the verb checks nothing.</summary>
    public string Checked { get; init; } = "";

    /// <summary>The exit code that the contract asks for.</summary>
    public int Exit { get; init; }

    /// <summary>How many errors kept files of the folder out.</summary>
    public int Unread { get; init; }

    /// <summary>How many files of the folder are in the figures.</summary>
    public int Resources { get; init; }

    /// <summary>What was said on the error stream.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>What was written of it on the output; empty where the verb writes files.</summary>
    public string Output { get; init; } = "";

    /// <summary>Its part of a page that all contracts share.</summary>
    public string Index { get; init; } = "";

    /// <summary>The files written of it.</summary>
    public IReadOnlyList<ShardFile> Written { get; init; } = [];
}

/// <summary>A file that was written.</summary>
/// <param name="Path">Its path below the folder written into.</param>
/// <param name="Sha256">Its digest.</param>
internal sealed record ShardFile(string Path, string Sha256);
