using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A merged judgement, reading, ruling or determination is edited or deleted. Whoever changes their mind decides anew, with a day and a reason; what was
/// decided before stays to be read.
/// </summary>
internal sealed class DecisionChanged() : PolicyRule("OPS627", new("已合并的决定被改动或删除", "merged decision edited or deleted"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource.Before?.Spec is Judgement or Decision or Ruling or Determination
        from fault in Faults(resource)
        select At(fault.Place, fault.Message, new("恢复原文；另作决定的，新写一份并写明日期和理由", "restore it; to decide otherwise, write another with its day and reason"));

    private static IEnumerable<(Place Place, Message Message)> Faults(ResourceChange resource)
    {
        var name = resource.Either.Name;
        return resource.File.IsRemoval
            ? [(resource.Place, new($"已合并的“{name}”被删除", $"merged '{name}' is deleted"))]
            : from field in resource.Fields
              where field.Field != "metadata.note"
              select (field.Place, new Message(
                  $"已合并的“{name}”的 {field.Field} 由{Quoted.Of(field.Before).Zh}改为{Quoted.Of(field.After).Zh}",
                  $"'{field.Field}' of merged '{name}' changes from {Quoted.Of(field.Before).En} to {Quoted.Of(field.After).En}"));
    }
}
