using System.Security.Cryptography;
using NodaTime.Text;
using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Sealing;

/// <summary>What a seal states, in one form: a line for each value, whatever the file's spacing and comments. The digest and the signature are over these bytes.</summary>
internal static class SealStatement
{
    /// <summary>The statement, all of the seal but its digest and signature.</summary>
    public static string Write(string contract, Seal seal)
    {
        var text = new StringBuilder("ops-registry seal 1\n");
        Line("contract", contract);
        Line("period", seal.Period);
        Line("from", LocalDatePattern.Iso.Format(seal.From));
        Line("to", LocalDatePattern.Iso.Format(seal.To));
        Line("asOf", InstantPattern.General.Format(seal.AsOf.ToInstant()));
        Line("commit", seal.Commit);
        Line("tool", seal.Tool);
        Line("previous", seal.Previous ?? "-");
        Line("files", seal.Files.ToString(CultureInfo.InvariantCulture));
        Line("root", seal.Root);
        Lines("part", seal.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Id} {part.Files} {part.Root}")));
        Line("scorecard", seal.Scorecard ?? "-");
        Line("interpretations", seal.Interpretations ?? "-");
        Lines("reading", seal.Readings.Select(reading => $"{reading.Key} {reading.Option}"));
        Line("score", seal.Score is { } score ? Points.Plain(score) : "-");
        Line("grade", seal.Grade ?? "-");
        Line("amount", seal.Amount is { } amount ? Yuan.Plain(amount) : "-");
        Lines("line", seal.Amounts.Select(line => $"{line.Id} {Yuan.Plain(line.Amount)}"));
        Lines("deduction", seal.Deductions.Select(deduction => $"{deduction.Id} {Points.Plain(deduction.Points)} {deduction.Records}"));
        return text.ToString();

        void Line(string name, string value) => text.Append(name).Append(' ').Append(value).Append('\n');

        void Lines(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                Line(name, value);
            }
        }
    }

    /// <summary>SHA-256 of the statement, 64 lower-case hexadecimal digits.</summary>
    public static string DigestOf(string contract, Seal seal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(contract, seal))));
}
