using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Sealing;

/// <summary>Writes a seal as the file that the registry keeps.</summary>
internal static class SealYaml
{
    private const string Comment = "# 由 ./opsreg seal 写成，不要改动；用 ./opsreg verify --seals 核验。 / Written by ./opsreg seal; do not edit. Prove it with ./opsreg verify --seals.\n";

    /// <summary>Where the seal of a period stands.</summary>
    public static string PathOf(string contract, string period) => $"ops-registry/contracts/{contract}/seals/{NameOf(period)}.yaml";

    /// <summary>Writes the file: the same bytes for the same seal.</summary>
    public static string Write(string contract, Seal seal) => Comment + YamlText.Write(new YamlMapping
    {
        { "apiVersion", "ops-registry/v1" },
        { "kind", nameof(Seal) },
        { "metadata", new YamlMapping { { "name", NameOf(seal.Period) }, { "contract", contract }, { "provenance", "entered" } } },
        { "spec", SpecOf(seal) },
    });

    private static YamlMapping SpecOf(Seal seal) => new()
    {
        { "period", seal.Period },
        { "from", seal.From },
        { "to", seal.To },
        { "asOf", seal.AsOf },
        { "commit", seal.Commit },
        { "tool", seal.Tool },
        { "previous", seal.Previous },
        { "files", seal.Files },
        { "root", seal.Root },
        { "parts", List(seal.Parts.Select(part => new YamlMapping { { "id", part.Id }, { "files", part.Files }, { "root", part.Root } })) },
        { "scorecard", seal.Scorecard },
        { "interpretations", seal.Interpretations },
        { "readings", List(seal.Readings.Select(reading => new YamlMapping { { "key", reading.Key }, { "option", reading.Option } })) },
        { "score", seal.Score is { } score ? Points.Plain(score) : null },
        { "grade", seal.Grade },
        { "amount", seal.Amount is { } amount ? Yuan.Plain(amount) : null },
        { "amounts", List(seal.Amounts.Select(line => new YamlMapping { { "id", line.Id }, { "amount", Yuan.Plain(line.Amount) } })) },
        { "deductions", List(seal.Deductions.Select(deduction => new YamlMapping { { "id", deduction.Id }, { "points", Points.Plain(deduction.Points) }, { "records", deduction.Records } })) },
        { "digest", seal.Digest },
        { "signature", seal.Signature is { } signature ? new YamlMapping { { "signer", signature.Signer }, { "value", signature.Value } } : null },
    };

    private static List<YamlMapping>? List(IEnumerable<YamlMapping> items) => items.ToList() is { Count: > 0 } list ? list : null;

    private static string NameOf(string period) => period.ToLowerInvariant();
}
