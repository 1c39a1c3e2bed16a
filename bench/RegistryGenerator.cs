using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsRegistry.Bench;

/// <summary>Writes a registry of a wanted size into a new git repository: the terms of frozen contracts in turn, under other names, and records of our own.</summary>
/// <param name="repository">The product's repository.</param>
/// <param name="target">The folder, which is empty.</param>
/// <param name="isClean">True for a registry without a fault, as reports and a site ask for; else one record in a hundred is faulty.</param>
internal sealed partial class RegistryGenerator(string repository, string target, bool isClean)
{
    private static readonly string[] Governance = ["contract", "service-levels", "obligations", "scorecard", "interpretations"];

    /// <summary>Writes the registry and commits it.</summary>
    /// <param name="records">How many records there are in all.</param>
    /// <param name="perContract">How many of them a contract has at most.</param>
    public void Write(int records, int perContract)
    {
        var models = ContractModel.Read(repository);
        Copy("schemas", "schemas");
        Copy($"{ContractModel.Source}/calendars", "ops-registry/calendars");
        Copy($"{ContractModel.Source}/parties", "ops-registry/parties");
        Copy(ContractModel.Source, "ops-registry", only: "registry.yaml");
        for (var (first, number) = (0, 0); first < records; first += perContract, number++)
        {
            WriteContract(string.Create(CultureInfo.InvariantCulture, $"bench-{number + 1:0000}"), models[number % models.Count], first, Math.Min(perContract, records - first));
        }

        Git.Run(target, "init", "--quiet", "--initial-branch", "main");
        Git.Run(target, "add", "--all");
        Git.Run(target, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "--message", "Generated registry");
    }

    private void WriteContract(string contract, ContractModel model, int first, int count)
    {
        var source = $"{ContractModel.Source}/contracts/{model.Name}";
        var folder = $"ops-registry/contracts/{contract}";
        string Adapted(string text) => Adapt(text.Replace(model.Name, contract, StringComparison.Ordinal));
        Copy($"{source}/systems", $"{folder}/systems", Adapted);
        Copy($"{source}/staff", $"{folder}/staff", Adapted);
        foreach (var file in Governance.Where(file => File.Exists(Path.Combine(repository, $"{source}/{file}.yaml"))))
        {
            Put($"{folder}/{file}.yaml", Adapted(File.ReadAllText(Path.Combine(repository, $"{source}/{file}.yaml"))));
        }

        for (var index = 0; index < count; index++)
        {
            var record = GeneratedRecord.Of(contract, index, first + index, model, isClean);
            Put($"{folder}/records/{record.Month}/{record.Name}.yaml", record.Text);
        }
    }

    /// <summary>A term and postings long enough for the records, and no report or proof asked for that is not generated.</summary>
    private static string Adapt(string text)
    {
        text = LastDay().Replace(FirstDay().Replace(text, "${key}2023-01-01"), "${key}2027-01-01");
        text = text.Replace("where: {category: fault}}\n      limit: 3d", "where: {category: fault, severity: [level-1]}}\n      limit: 3d", StringComparison.Ordinal);
        return Proofs().Replace(text, "");
    }

    private void Copy(string from, string to, Func<string, string>? change = null, string only = "*")
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, from), only))
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

    [GeneratedRegex("(?<key>\n  term:\n    start: 2023-01-01\n    end: )[0-9-]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LastDay();

    [GeneratedRegex("\n +evidence: \\[[a-zA-Z, ]+\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Proofs();
}
