using System.Buffers;
using System.Text.Unicode;

namespace OpsRegistry.Loading;

/// <summary>Turns bytes into text, or says which characters make them unfit to parse. Clean text is found so by vectorised searches alone.</summary>
internal static class TextGuard
{
    /// <summary>How many faults of one file are listed one by one.</summary>
    public const int Limit = 20;

    private const int MostLines = 5; // named in one message

    // Every character that may be at fault, and the high surrogates that may begin one; Inspect decides.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    private static readonly Text SaveAsUtf8 = new(
        "用编辑器把文件另存为 UTF-8：记事本选“另存为”，编码选 UTF-8",
        "save the file as UTF-8 in the editor: in Notepad 'Save As', encoding UTF-8");

    /// <summary>The text of a file and what is wrong with its characters; with any error, the text is only good for excerpts. One fault is one finding, however often it stands there.</summary>
    public static (SourceLines Source, IReadOnlyList<Finding> Findings) Decode(string path, byte[] bytes)
    {
        if (ForeignEncoding.Recognise(bytes) is { } foreign)
        {
            var saved = new SourceLines(path, foreign.Decoded);
            return (saved, [new(ReadingRules.NotUtf8, FirstForeign(saved), new($"文件的编码是 {foreign.Name.Zh}，不是 UTF-8", $"the file is saved as {foreign.Name.En}, not as UTF-8"), SaveAsUtf8)]);
        }

        var broken = new List<(int Index, int Bytes)>();
        var source = LinesOf(path, bytes, broken);
        var findings = new CappedFindings(Limit);
        if (HasMark(bytes))
        {
            findings.Add(ByteOrderMark(source));
        }

        if (broken.Count > 0)
        {
            findings.Add(BrokenBytes(source, broken));
        }

        foreach (var faults in Characters(source.Text).GroupBy(fault => Rune.GetRuneAt(source.Text, fault.Index)).OrderBy(faults => faults.Key.Value != 0))
        {
            findings.Add(() => Character(source, [.. faults]));
            if (faults.Key.Value == 0)
            {
                break; // no text at all: what else is in it says nothing
            }
        }

        return (source, FindingOrder.Sorted(findings.ToList()));
    }

    /// <summary>The text of a file for excerpts, whatever is wrong with its characters.</summary>
    public static SourceLines LinesOf(string path, byte[] bytes) => ForeignEncoding.Recognise(bytes) is { } foreign ? new(path, foreign.Decoded) : LinesOf(path, bytes, []);

    /// <summary>The first forbidden character of a decoded scalar, which only an escape can have brought in; null for none.</summary>
    public static (Rune Character, Text Name)? Forbidden(string value)
    {
        for (var at = value.AsSpan().IndexOfAny(Suspects); at >= 0 && at < value.Length; at++)
        {
            if (Rune.TryGetRuneAt(value, at, out var character) && CharacterRules.Fault(character) is { } name)
            {
                return (character, name);
            }
        }

        return null;
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]);

    private static SourceLines LinesOf(string path, ReadOnlySpan<byte> bytes, List<(int Index, int Bytes)> broken)
    {
        var rest = HasMark(bytes) ? bytes[3..] : bytes;
        return new(path, Utf8.IsValid(rest) ? Encoding.UTF8.GetString(rest) : DecodeBroken(rest, broken));
    }

    private static Place FirstForeign(SourceLines source)
    {
        var first = source.Text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F');
        var length = first < 0 ? -1 : source.Text.AsSpan(first).IndexOfAnyInRange('\0', '\x7F');
        return first < 0 ? source.At(1, 1, 1) : source.At(first, length < 0 ? int.MaxValue : length);
    }

    private static string DecodeBroken(ReadOnlySpan<byte> bytes, List<(int Index, int Bytes)> broken)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> units = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var character, out var used) != OperationStatus.Done)
            {
                broken.Add((text.Length, used));
            }

            text.Append(units[..character.EncodeToUtf16(units)]);
            bytes = bytes[used..];
        }

        return text.ToString();
    }

    // Neighbouring equal characters are one fault.
    private static IEnumerable<(int Index, int Length)> Characters(string text)
    {
        for (var index = Next(text, 0); index >= 0; index = Next(text, index))
        {
            var length = 1;
            if (Inspect(text, index) is { } fault)
            {
                length = fault.Length;
                while (index + length < text.Length && fault.Repeats && text[index + length] == text[index])
                {
                    length++;
                }

                yield return (index, length);
            }

            index += length;
        }
    }

    private static Finding ByteOrderMark(SourceLines source) => new(
        ReadingRules.ByteOrderMark,
        source.At(1, 1, 1),
        new("文件以字节顺序标记（BOM）开头，读取时已跳过", "file begins with a byte order mark, which was passed over"),
        new("将文件另存为“UTF-8”而不是“带有 BOM 的 UTF-8”", "save the file as 'UTF-8', not as 'UTF-8 with BOM'"));

    private static Finding BrokenBytes(SourceLines source, List<(int Index, int Bytes)> broken)
    {
        var run = 1;
        while (run < broken.Count && broken[run].Index == broken[run - 1].Index + 1)
        {
            run++;
        }

        var count = broken.Sum(one => one.Bytes);
        return new(
            ReadingRules.NotUtf8,
            source.At(broken[0].Index, run),
            new($"文件有 {count} 个字节不是 UTF-8，从此处起", $"{count} byte{(count == 1 ? "" : "s")} of the file {(count == 1 ? "is" : "are")} not UTF-8, from here on"),
            new("用编辑器把文件另存为 UTF-8；从别处粘贴的一段编码可能不同", "save the file as UTF-8 in the editor; a part pasted from elsewhere may be in another encoding"));
    }

    private static Finding Character(SourceLines source, IReadOnlyList<(int Index, int Length)> runs)
    {
        var fault = Inspect(source.Text, runs[0].Index)!;
        var lines = runs.Select(run => source.At(run.Index, 1).Line).Distinct().ToList();
        var listed = string.Join(", ", lines.Take(MostLines)) + (lines.Count > MostLines ? ", …" : "");
        return new(
            fault.Rule,
            source.At(runs[0].Index, runs[0].Length),
            runs.Count == 1 ? fault.Message
            : source.Text[runs[0].Index] == '\r' && lines.Count == 1 ? new("全文用单独的回车符 U+000D 换行", "all lines end with a carriage return U+000D alone")
            : new(
                $"{fault.Message.Zh}，共 {runs.Count} 处：第 {listed} 行",
                $"{fault.Message.En}, in {runs.Count} places: line{(lines.Count == 1 ? "" : "s")} {listed}"),
            fault.Help);
    }

    private static int Next(string text, int from)
    {
        var found = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(Suspects);
        return found < 0 ? -1 : from + found;
    }

    private static CharacterFault? Inspect(string text, int index)
    {
        if (!Rune.TryGetRuneAt(text, index, out var character) || CharacterRules.Fault(character) is not { } name)
        {
            return null;
        }

        var number = CharacterRules.Number(character);
        return character.Value switch
        {
            '\0' => new(
                ReadingRules.ForbiddenCharacter,
                new("零字节 U+0000：这不是文本文件", "byte U+0000: this is no text file"),
                new("删除该文件；如确是记录，另存为 UTF-8 文本", "delete the file; if it is a record, save it as UTF-8 text"),
                1,
                true),
            '\t' => new(ReadingRules.TabCharacter, new("制表符（Tab）", "tab character"), new("改用空格缩进和对齐", "indent and align with spaces"), 1, true),
            '\r' when index + 1 < text.Length && text[index + 1] == '\n' => null,
            '\r' => new(ReadingRules.ForbiddenCharacter, new("单独的回车符 U+000D", "carriage return U+000D without a line feed"), new("换行用 LF 或 CRLF：在编辑器里改行尾后保存", "end lines with LF or CRLF: change the line ends in the editor and save"), 1, false),
            _ => new(
                ReadingRules.ForbiddenCharacter,
                new($"{name.Zh} {number}", $"{name.En} {number}"),
                new("删除该字符；它可能来自网页或文档的复制粘贴", "delete the character; it may have come with text pasted from a page or document"),
                character.Utf16SequenceLength,
                character.IsBmp),
        };
    }

    private static ReadOnlySpan<char> SuspectCharacters()
    {
        var suspects = new List<char>();
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var isHighSurrogate = value is >= 0xD800 and <= 0xDBFF;
            var beginsSuspect = isHighSurrogate && (value is 0xD82F or 0xD834 or (>= 0xDB40 and <= 0xDB43) || (value & 0x3F) == 0x3F);
            if (beginsSuspect || (Rune.TryCreate((char)value, out var character) && CharacterRules.Fault(character) is not null))
            {
                suspects.Add((char)value);
            }
        }

        return suspects.ToArray();
    }

    private sealed record CharacterFault(RuleInfo Rule, Message Message, Text Help, int Length, bool Repeats);
}
