using System.Buffers;
using System.Text.Unicode;

namespace OpsRegistry.Loading;

/// <summary>Turns bytes into text, or says which characters make them unfit to parse. Clean text is found so by vectorised searches alone.</summary>
internal static class TextGuard
{
    /// <summary>How many faults of one file are listed one by one.</summary>
    public const int Limit = 20;

    // Every character that may be at fault, and the high surrogates that may begin one; Inspect decides.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    private static readonly Text SaveAsUtf8 = new(
        "将文件另存为 UTF-8（无 BOM）；文件可能被编辑器存成了 GBK、GB 18030 或 UTF-16",
        "save the file as UTF-8 without a byte order mark; the editor may have saved it as GBK, GB 18030 or UTF-16");

    /// <summary>The text of a file and what is wrong with its characters; with any finding, the text is only good for excerpts.</summary>
    public static (SourceLines Source, IReadOnlyList<Finding> Findings) Decode(string path, byte[] bytes)
    {
        var broken = new List<(int Index, int Bytes)>();
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeBroken(bytes, broken);
        var source = new SourceLines(path, text);
        var findings = new CappedFindings(Limit);
        foreach (var fault in Runs(broken).Concat(Characters(source.Text)).OrderBy(fault => fault.Index))
        {
            findings.Add(() => fault.Bytes > 0 ? BrokenBytes(source, fault) : Character(source, fault));
        }

        return (source, findings.ToList());
    }

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

    // Neighbouring broken bytes are one fault.
    private static IEnumerable<Run> Runs(List<(int Index, int Bytes)> broken)
    {
        for (var number = 0; number < broken.Count; number++)
        {
            var (first, bytes) = broken[number];
            while (number + 1 < broken.Count && broken[number + 1].Index == broken[number].Index + 1)
            {
                number++;
                bytes += broken[number].Bytes;
            }

            yield return new Run(first, broken[number].Index - first + 1, bytes);
        }
    }

    // So are neighbouring equal characters.
    private static IEnumerable<Run> Characters(string text)
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

                yield return new Run(index, length, 0);
            }

            index += length;
        }
    }

    private static Finding BrokenBytes(SourceLines source, Run run)
    {
        var count = run.Bytes.ToString(CultureInfo.InvariantCulture);
        return new Finding(
            ReadingRules.NotUtf8,
            source.At(run.Index, run.Length),
            new Text($"此处 {count} 个字节不是 UTF-8", run.Bytes == 1 ? "1 byte here is not UTF-8" : $"{count} bytes here are not UTF-8"),
            SaveAsUtf8);
    }

    private static Finding Character(SourceLines source, Run run)
    {
        var fault = Inspect(source.Text, run.Index)!;
        return new Finding(fault.Rule, source.At(run.Index, run.Length), fault.Message, fault.Help);
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
            '\t' => new(ReadingRules.TabCharacter, new("制表符（Tab）", "tab character"), new("改用空格缩进和对齐", "indent and align with spaces"), 1, true),
            '\r' when index + 1 < text.Length && text[index + 1] == '\n' => null,
            '\r' => new(ReadingRules.ForbiddenCharacter, new("单独的回车符 U+000D", "carriage return U+000D without a line feed"), new("换行用 LF 或 CRLF", "end lines with LF or CRLF"), 1, false),
            0xFEFF when index == 0 => new(
                ReadingRules.ForbiddenCharacter,
                new("文件以字节顺序标记 U+FEFF 开头", "file begins with a byte order mark U+FEFF"),
                new("将文件另存为“UTF-8 无 BOM”", "save the file as 'UTF-8 without BOM'"),
                1,
                false),
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

    private sealed record CharacterFault(RuleInfo Rule, Text Message, Text Help, int Length, bool Repeats);

    /// <summary>Where a fault stands in the text; <c>Bytes</c> is how many bytes were not UTF-8, 0 for a forbidden character.</summary>
    private readonly record struct Run(int Index, int Length, int Bytes);
}
