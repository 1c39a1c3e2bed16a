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
        var others = new Lazy<ILookup<Rule, Finding>>(() => RuleCatalog.All.Where(rule => rule.RestsOn.Count > 0)
            .SelectMany(rule => rule.FoundIn(registry).Select(finding => (Rule: rule, Finding: finding)))
            .ToLookup(pair => pair.Rule, pair => pair.Finding));
        return Unjudged(registry, path => others.Value.Sum(found => found.Count(finding => found.Key.MayFollowFrom(finding, path))));
    }

    private IEnumerable<Finding> Unjudged(Registry registry, Func<string, int> othersOf) =>
        from path in registry.Unread
        let contract = ContractFolders.NameIn(path)
        where contract is not null
        let name = Path.GetFileNameWithoutExtension(path)
        let references = registry.Resources.Where(resource => resource.Metadata.Contract == contract).SelectMany(resource => resource.Spec.References).Count(reference => reference.Name.Value == name)
        let count = references + othersOf(path)
        where count > 0
        select At(
            Place.StartOf(path),
            new($"本文件读不进来，{count} 处引用暂不核对", $"{count} reference{(count == 1 ? "" : "s")} not judged until this file is mended"),
            new("先改正本文件", "mend this file first"));
}
