using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An inspection found something abnormal and does not say what to do about it. The form asks for advice on each abnormal item.
/// </summary>
internal sealed class AbnormalWithoutAdvice() : Rule("OPS323", new("异常项没有处理建议", "abnormal item without advice"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from inspection in registry.Of<Inspection>()
        from item in inspection.Spec.Items
        where item.Result == InspectionResult.Abnormal && string.IsNullOrWhiteSpace(item.Advice)
        select At(
            item.PlaceOf(nameof(item.Result)),
            new($"“{item.Item}”异常，但没有处理建议", $"'{item.Item}' is abnormal and has no advice"),
            new("填写 advice", "fill in advice"));
}
