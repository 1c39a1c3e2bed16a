using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// The text under <c>sources/</c> is not the one that the contract was read from: its checksum, its lines or its blank lines are others. Every page
/// that shows a clause's words would show other words than the clause's.
/// </summary>
internal sealed class AnotherText() : Rule("OPS568", new("来源文本不是所依据的那一份", "text that the contract was not read from"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from text in registry.SourceTextsOf(folder.Name)
        from difference in SourceComparison.Differences(text, folder)
        select At(
            Place.StartOf(text.Path),
            difference,
            new($"换成所依据的那一份，或照 ./opsreg coverage {folder.Name} --source 文件 所列改写", $"put the text here that was read, or write what ./opsreg coverage {folder.Name} --source FILE lists"),
            new RelatedPlace(folder.Terms.PlaceOf(nameof(Contract.Sources)), new("来源列", "sources listed")));
}
