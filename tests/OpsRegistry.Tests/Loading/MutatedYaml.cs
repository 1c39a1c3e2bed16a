using System.Text;

namespace OpsRegistry.Tests.Loading;

/// <summary>Files made of a good one by a few changes: bytes at random, and the slips of people at lines, indents and signs.</summary>
internal static class MutatedYaml
{
    private static readonly string[] Splices =
        ["[", "]", "{", "}", ",", ": ", "- ", "? ", "\n", "\r\n", "'", "\"", "|", ">", "&a", "*a", "!", "!!x", "!<", "%", "---\n", "...\n", "#", "  ", "\\", "\\x", "\\U0010FFFF", "@", "`", "~", "<<: ", "é", "😀", "[[[[", "|2\n", ">9-\n", "\"\\", "!<tag:%", "%TAG ! x"];

    private static readonly string[] Signs =
        [" ", "  ", ":", " #", "# ", "-", "- ", " - ", ",", ", ", "[a]", "{a: b}", "''", "\"\"", "''''", "\\n", "\\\"", "|-", "|", ">-", "|+", "\n\n", "\n \n", "\n   \n", "\n# c\n", "\r\n", "\t", "：", "　", "\u00A0", "\u0085", "\u2028", "\uFEFF", "é", "，", "😀", "null", "~", "a: b", "a:b", "?", "%", "<<<<<<<", "0", "-1", "1.0", "true", "=", "@", "a", "A", "name", "x: "];

    /// <summary>Up to four changes of bytes.</summary>
    public static byte[] OfBytes(Random random, byte[] seed)
    {
        var bytes = seed.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(6), bytes.Count - at));
                    break;
                case 2:
                    bytes = bytes[..at];
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(30), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One or two changes of lines, indents and signs: most of what comes out is still nearly YAML.</summary>
    public static byte[] OfLines(Random random, string seed)
    {
        var lines = seed.Split('\n').ToList();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var at = random.Next(lines.Count);
            var line = lines[at];
            var within = random.Next(line.Length + 1);
            switch (random.Next(9))
            {
                case 0:
                    lines.RemoveAt(at);
                    lines.AddRange(lines.Count == 0 ? [""] : []);
                    break;
                case 1:
                    lines.Insert(random.Next(lines.Count + 1), line);
                    break;
                case 2:
                    lines[at] = new string(' ', random.Next(1, 4)) + line;
                    break;
                case 3:
                    lines[at] = line[Math.Min(random.Next(1, 4), line.Length - line.TrimStart(' ').Length)..];
                    break;
                case 4:
                    lines[at] = line + Signs[random.Next(Signs.Length)];
                    break;
                case 5:
                    lines[at] = line.Remove(within, Math.Min(random.Next(1, 4), line.Length - within));
                    break;
                case 6 when line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon:
                    lines[at] = line.Insert(colon + 2, Signs[random.Next(Signs.Length)]);
                    break;
                case 7 when line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon:
                    lines[at] = line[..(colon + 2)] + Signs[random.Next(Signs.Length)];
                    break;
                default:
                    lines[at] = line.Insert(within, Signs[random.Next(Signs.Length)]);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Join(random.Next(12) == 0 ? "\r\n" : "\n", lines));
    }
}
