using System.Diagnostics;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading;

/// <summary>Findings in few bytes, as a cache keeps them: what several of them say is written once, and comes back as one string.</summary>
internal static class FindingCodec
{
    /// <summary>Writes findings.</summary>
    public static void Write(CompactWriter output, IReadOnlyList<Finding> findings)
    {
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        output.Number(findings.Count);
        foreach (var finding in findings)
        {
            Say(finding.Rule.Id);
            SayPlace(finding.Place);
            Write(output, finding.Message.Words);
            output.Text(finding.Message.Values.Joined);
            SayBoth(finding.Help);
            SayBoth(finding.Label);
            output.Number(finding.Related.Count);
            foreach (var related in finding.Related)
            {
                SayPlace(related.Place);
                SayBoth(related.Note);
            }

            Write(output, finding.Remedy);
        }

        void SayPlace(Place place)
        {
            Say(place.Path);
            WriteSpan(output, place);
        }

        void SayBoth(Text text)
        {
            Say(text.Zh);
            Say(text.En);
        }

        // The number of a text that was said before, from 1; 0 before one that was not.
        void Say(string text)
        {
            if (!said.TryAdd(text, said.Count + 1))
            {
                output.Number(said[text]);
                return;
            }

            output.Number(0);
            output.Text(text);
        }
    }

    /// <summary>Findings alone, as bytes.</summary>
    public static ReadOnlyMemory<byte> Written(IReadOnlyList<Finding> findings)
    {
        var output = new CompactWriter();
        Write(output, findings);
        return output.Written;
    }

    /// <summary>Reads findings back that stand alone; null when the bytes are not whole findings.</summary>
    public static IReadOnlyList<Finding>? Read(ReadOnlySpan<byte> bytes, IReadOnlyDictionary<string, RuleInfo> rules)
    {
        var input = new CompactReader(bytes);
        var findings = Read(ref input, rules);
        return input.IsFinished ? findings : null;
    }

    /// <summary>Reads findings back; what cannot be read makes the reader fail.</summary>
    public static IReadOnlyList<Finding> Read(ref CompactReader input, IReadOnlyDictionary<string, RuleInfo> rules)
    {
        var (findings, said) = (new List<Finding>(), new List<string>());
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            if (!rules.TryGetValue(ReadSaid(ref input, said), out var rule))
            {
                input.Fail();
                break;
            }

            findings.Add(new(rule, ReadPlace(ref input, said), Message.Restored(ReadText(ref input), ValueSet.Parse(input.Text())), ReadBoth(ref input, said))
            {
                Label = ReadBoth(ref input, said),
                Related = ReadRelated(ref input, said),
                Remedy = ReadRemedy(ref input),
            });
        }

        return findings;
    }

    /// <summary>Writes a place.</summary>
    public static void Write(CompactWriter output, Place place)
    {
        output.Text(place.Path);
        WriteSpan(output, place);
    }

    /// <summary>Reads a place back.</summary>
    public static Place ReadPlace(ref CompactReader input) => new(input.Text(), input.Number(), input.Number(), input.Number());

    private static void WriteSpan(CompactWriter output, Place place)
    {
        output.Number(place.Line);
        output.Number(place.Column);
        output.Number(place.Length);
    }

    private static void Write(CompactWriter output, Remedy? remedy)
    {
        switch (remedy)
        {
            case null:
                output.Number(0);
                break;
            case Remedy.Rewrite rewrite:
                output.Number(1);
                Write(output, rewrite.Place);
                output.Text(rewrite.Written);
                break;
            case Remedy.Move move:
                output.Number(2);
                output.Text(move.From);
                output.Text(move.To);
                break;
            case Remedy.Renumber renumber:
                output.Number(3);
                Write(output, renumber.Name);
                output.Number(renumber.Year);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static Remedy? ReadRemedy(ref CompactReader input)
    {
        switch (input.Number())
        {
            case 0:
                return null;
            case 1:
                return new Remedy.Rewrite(ReadPlace(ref input), input.Text());
            case 2:
                return new Remedy.Move(input.Text(), input.Text());
            case 3:
                return new Remedy.Renumber(ReadPlace(ref input), input.Number());
            default:
                input.Fail();
                return null;
        }
    }

    private static void Write(CompactWriter output, Text text)
    {
        output.Text(text.Zh);
        output.Text(text.En);
    }

    private static Text ReadText(ref CompactReader input) => new(input.Text(), input.Text());

    private static string ReadSaid(ref CompactReader input, List<string> said)
    {
        var number = input.Number();
        if (number == 0)
        {
            said.Add(input.Text());
            return said[^1];
        }

        if (number > said.Count)
        {
            input.Fail();
            return "";
        }

        return said[number - 1];
    }

    private static Place ReadPlace(ref CompactReader input, List<string> said) => new(ReadSaid(ref input, said), input.Number(), input.Number(), input.Number());

    private static Text ReadBoth(ref CompactReader input, List<string> said) => new(ReadSaid(ref input, said), ReadSaid(ref input, said));

    private static IReadOnlyList<RelatedPlace> ReadRelated(ref CompactReader input, List<string> said)
    {
        if (input.Count() is not (> 0 and var left))
        {
            return [];
        }

        var related = new List<RelatedPlace>(Math.Min(left, 8));
        for (; left > 0 && !input.Failed; left--)
        {
            related.Add(new(ReadPlace(ref input, said), ReadBoth(ref input, said)));
        }

        return related;
    }
}
