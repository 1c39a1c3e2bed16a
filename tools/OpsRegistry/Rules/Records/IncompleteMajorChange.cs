using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A major change lacks one of the four statements that it needs: risk, way back, feasibility, resources.
/// </summary>
internal sealed class IncompleteMajorChange() : Rule("OPS318", new("重大变更缺少必要说明", "major change without its statements"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from change in registry.Of<Change>()
        where change.Spec.Major
        let missing = new[]
        {
            (Given: change.Spec.Risk, Name: "risk"),
            (Given: change.Spec.Rollback, Name: "rollback"),
            (Given: change.Spec.Feasibility, Name: "feasibility"),
            (Given: change.Spec.Resources, Name: "resources"),
        }.Where(statement => string.IsNullOrWhiteSpace(statement.Given)).Select(statement => statement.Name).ToList()
        where missing.Count > 0
        select At(
            change.Spec.PlaceOf(nameof(Change.Major)),
            new($"重大变更缺少：{Shown.Show(missing).Zh}", $"major change has no {Shown.Show(missing).En}"),
            new("补上缺少的说明，或改为一般变更", "add what is missing, or make it an ordinary change"));
}
