using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file cannot be read, and other files name it or rest on what it says. Whether they are right shows once it is mended; until then they are not judged,
/// because what they name is there.
/// </summary>
internal sealed class UnjudgedReferences() : Rule("OPS237", new("暂不核对的引用", "references that are not judged yet"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var references = new Lazy<Dictionary<(string?, string), int>>(() => registry.References
            .CountBy(reference => (reference.Resource.Metadata.Contract, reference.To.Name.Value)).ToDictionary());
        var others = new Lazy<List<(Rule Rule, Dictionary<string, int> Found)>>(() => RuleCatalog.All.Where(rule => rule.RestsOn.Count > 0)
            .Select(rule => (rule, rule.FoundIn(registry).CountBy(finding => ContractFolders.NameIn(finding.Place.Path) ?? "").ToDictionary(StringComparer.Ordinal)))
            .ToList());
        return Unjudged(registry, references, (contract, path) => others.Value.Sum(other => other.Rule.RestsOnFile(registry, path) ? other.Found.GetValueOrDefault(contract) : 0));
    }

    private IEnumerable<Finding> Unjudged(Registry registry, Lazy<Dictionary<(string?, string), int>> references, Func<string, string, int> othersOf) =>
        from path in registry.Unread
        let contract = ContractFolders.NameIn(path)
        where contract is not null
        let name = Path.GetFileNameWithoutExtension(path)
        let count = references.Value.GetValueOrDefault((contract, name)) + othersOf(contract, path)
        where count > 0
        select At(
            Place.StartOf(path),
            new($"本文件读不进来，{count} 处引用暂不核对", $"{count} reference{(count == 1 ? "" : "s")} not judged until this file is mended"),
            new("先改正本文件", "mend this file first"));
}
