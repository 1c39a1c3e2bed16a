using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsRegistry.Bench;

/// <summary>Writes a registry of a wanted size into a new git repository: the committed governance files of one contract, copied under other names, and records of our own.</summary>
public sealed partial class RegistryGenerator(string repository, string target)
{
    private const string Model = "pingdingshan-2025";

    /// <summary>Writes the registry and commits it.</summary>
    /// <param name="records">How many records there are in all.</param>
    /// <param name="perContract">How many of them a contract has at most.</param>
    public void Write(int records, int perContract)
    {
        Copy("schemas", "schemas");
        Copy("ops-registry/calendars", "ops-registry/calendars");
        Copy("ops-registry/parties", "ops-registry/parties");
        File.Copy(Path.Combine(repository, "ops-registry/registry.yaml"), Path.Combine(target, "ops-registry/registry.yaml"));
        if (Directory.Exists(Path.Combine(repository, "ops-registry/seals")))
        {
            Copy("ops-registry/seals", "ops-registry/seals");
        }

        for (var first = 0; first < records; first += perContract)
        {
            WriteContract(string.Create(CultureInfo.InvariantCulture, $"bench-{(first / perContract) + 1:0000}"), first, Math.Min(perContract, records - first));
        }

        Git.Run(target, "init", "--quiet", "--initial-branch", "main");
        Git.Run(target, "add", "--all");
        Git.Run(target, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "--message", "Generated registry");
    }

    private void WriteContract(string contract, int first, int count)
    {
        var source = $"ops-registry/contracts/{Model}";
        var folder = $"ops-registry/contracts/{contract}";
        Copy($"{source}/systems", $"{folder}/systems", text => Adapt(text, contract));
        Copy($"{source}/staff", $"{folder}/staff", text => Adapt(text, contract));
        foreach (var file in new[] { "contract", "service-levels", "obligations", "scorecard", "interpretations" })
        {
            Put($"{folder}/{file}.yaml", Adapt(File.ReadAllText(Path.Combine(repository, $"{source}/{file}.yaml")), contract));
        }

        for (var index = 0; index < count; index++)
        {
            var record = GeneratedRecord.Of(contract, index, first + index);
            Put($"{folder}/records/{record.Month}/{record.Name}.yaml", record.Text);
        }
    }

    /// <summary>The contract's name, a term and postings long enough for the records, and no report or proof asked for that is not generated.</summary>
    private static string Adapt(string text, string contract)
    {
        text = FirstDay().Replace(text.Replace(Model, contract, StringComparison.Ordinal), "${key}2023-01-01");
        text = text.Replace("where: {category: fault}}\n      limit: 3d", "where: {category: fault, severity: [level-1]}}\n      limit: 3d", StringComparison.Ordinal);
        return Proofs().Replace(text, "");
    }

    private void Copy(string from, string to, Func<string, string>? change = null)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, from)))
        {
            var text = File.ReadAllText(file);
            Put($"{to}/{Path.GetFileName(file)}", change is null ? text : change(text));
        }
    }

    private void Put(string path, string text)
    {
        var file = Path.Combine(target, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex("(?<key>\n  (term:\n    start|from): )[0-9-]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstDay();

    [GeneratedRegex("\n +evidence: \\[[a-zA-Z, ]+\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Proofs();
}
