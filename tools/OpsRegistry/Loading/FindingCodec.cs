using System.Diagnostics;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading;

/// <summary>Findings in few bytes, as a cache keeps them.</summary>
internal static class FindingCodec
{
    /// <summary>Writes findings.</summary>
    public static void Write(CompactWriter output, IReadOnlyList<Finding> findings)
    {
        output.Number(findings.Count);
        foreach (var finding in findings)
        {
            output.Text(finding.Rule.Id);
            Write(output, finding.Place);
            Write(output, finding.Message.Words);
            output.Text(finding.Message.Values.Joined);
            Write(output, finding.Help);
            Write(output, finding.Label);
            output.Number(finding.Related.Count);
            foreach (var related in finding.Related)
            {
                Write(output, related.Place);
                Write(output, related.Note);
            }

            Write(output, finding.Remedy);
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
        var findings = new List<Finding>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            if (!rules.TryGetValue(input.Text(), out var rule))
            {
                input.Fail();
                break;
            }

            findings.Add(new(rule, ReadPlace(ref input), Message.Restored(ReadText(ref input), ValueSet.Parse(input.Text())), ReadText(ref input)) { Label = ReadText(ref input), Related = ReadRelated(ref input), Remedy = ReadRemedy(ref input) });
        }

        return findings;
    }

    /// <summary>Writes a place.</summary>
    public static void Write(CompactWriter output, Place place)
    {
        output.Text(place.Path);
        output.Number(place.Line);
        output.Number(place.Column);
        output.Number(place.Length);
    }

    /// <summary>Reads a place back.</summary>
    public static Place ReadPlace(ref CompactReader input) => new(input.Text(), input.Number(), input.Number(), input.Number());

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

    private static List<RelatedPlace> ReadRelated(ref CompactReader input)
    {
        var related = new List<RelatedPlace>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            related.Add(new(ReadPlace(ref input), ReadText(ref input)));
        }

        return related;
    }
}
