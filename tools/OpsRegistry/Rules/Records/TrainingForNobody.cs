using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A training to which nobody came. It counts like any other where a contract asks for trainings, so a duty would be fulfilled by an empty room.
/// </summary>
internal sealed class TrainingForNobody() : Rule("OPS327", new("无人到场的培训", "training that nobody attended"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from training in registry.Of<Training>()
        where training.Spec.Attendees == 0
        select At(
            training.Spec.PlaceOf(nameof(Training.Attendees)),
            new($"“{training.Spec.Subject}”培训没有人到场", $"nobody attended the training '{training.Spec.Subject}'"),
            new("填写实际到场人数；没有办成的培训不登记", "write how many came; a training that did not take place is not recorded"));
}
