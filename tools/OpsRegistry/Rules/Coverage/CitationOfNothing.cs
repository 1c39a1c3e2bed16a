using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// A clause is cited by lines that the document does not have, that run backwards, or of which the first or last is blank: whoever looks it up
/// finds nothing there, and the fact that rests on it cannot be checked.
/// </summary>
internal sealed class CitationOfNothing() : Rule("OPS567", new("条款出处没有文字", "citation of lines without words"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Build(folder)
        where map is not null
        from clause in folder.Resources.SelectMany(resource => resource.Cited)
        let cited = Citation.Read(clause.Text)
        where cited is { } lines && lines.Source == map.File.Spec.Source
        let fault = SourceComparison.FaultOf(cited.Value, map.File.Spec.Lines, map.Blank)
        where fault is not null
        select At(
            clause.Place,
            new Message($"“{clause.Text}”：", $"'{clause.Text}': ") + fault.Value,
            new("对照来源文件改正行号；空行见 coverage.yaml 的 blank", "mend the lines by the document; its blank lines stand in coverage.yaml under blank"),
            new RelatedPlace(map.File.Spec.PlaceOf(nameof(Model.Coverage.Lines)), new("来源文件的行数", "the document's lines")));
}
