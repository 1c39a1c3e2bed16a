using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>
/// The text of a source document that an office put beside its contract (<c>contracts/X/sources/090.txt</c>): what is cited by line can then be read.
/// A registry works the same without it.
/// </summary>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Contract">The contract whose folder holds it.</param>
/// <param name="Id">The document's three digits.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Lines">The lines without their ends.</param>
internal sealed partial record SourceText(string Path, string Contract, string Id, string Sha256, IReadOnlyList<string> Lines)
{
    /// <summary>The largest text that is read, in bytes.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The words of the cited lines, the blank ones left out; empty where the text has no such line.</summary>
    public IEnumerable<(int Line, string Words)> In(int first, int last) =>
        from line in Enumerable.Range(first, Math.Max(0, Math.Min(last, Lines.Count) - first + 1))
        let words = Lines[line - 1].Trim()
        where words.Length > 0
        select (line, words);

    /// <summary>The lines without words.</summary>
    public LineSet Blank => LineSet.Of(Lines.Index().Where(line => string.IsNullOrWhiteSpace(line.Item)).Select(line => line.Index + 1));

    /// <summary>The text of a document given as bytes; null where they are not UTF-8.</summary>
    public static SourceText? Read(string path, string contract, string id, byte[] bytes) => Utf8.IsValid(bytes)
        ? new(path, contract, id, Convert.ToHexStringLower(SHA256.HashData(bytes)), new SourceLines(path, Encoding.UTF8.GetString(bytes)).Lines)
        : null;

    /// <summary>True for a path where such a text stands.</summary>
    public static bool IsAt(string path) => Place().IsMatch(path);

    /// <summary>Reads the file of an entry; null where the findings say why not.</summary>
    public static SourceText? Read(IRegistrySource source, SourceEntry entry, List<Finding> findings)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            findings.Add(YamlReader.Refusal(entry));
            return null;
        }

        if (source.SizeOf(entry) is var size && size > MaximumBytes)
        {
            findings.Add(new(ReadingRules.FileTooLarge, Loading.Place.StartOf(entry.Path),
                new($"文本有 {size} 字节，上限为 {MaximumBytes}", $"text has {size} bytes, more than {MaximumBytes}"),
                new("只放纯文本，不放图片", "put the plain text here, without pictures")));
            return null;
        }

        if (source.Read(entry) is not { } bytes)
        {
            findings.Add(new(ReadingRules.UnreadableFile, Loading.Place.StartOf(entry.Path), new("文件无法读取", "file cannot be read"), new("检查权限", "check its permissions")));
            return null;
        }

        var parts = Place().Match(entry.Path).Groups;
        var text = Read(entry.Path, parts["contract"].Value, parts["id"].Value, bytes);
        if (text is null)
        {
            findings.Add(new(ReadingRules.NotUtf8, Loading.Place.StartOf(entry.Path),
                new("文本不是 UTF-8", "the text is not UTF-8"),
                new("另存为 UTF-8，并改写合同中该文件的 sha256", "save it as UTF-8, and write its new sha256 into the contract")));
        }

        return text;
    }

    [GeneratedRegex("^ops-registry/contracts/(?<contract>[a-z0-9-]+)/sources/(?<id>[0-9]{3})\\.txt$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
