using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A survey counts more satisfied answers than answers.
/// </summary>
internal sealed class MoreSatisfiedThanAnswers() : Rule("OPS326", new("满意数超过答复数", "more satisfied than answered"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from survey in registry.Of<Satisfaction>()
        where survey.Spec.Satisfied > survey.Spec.Answers
        select At(
            survey.Spec.PlaceOf(nameof(Satisfaction.Satisfied)),
            new($"{survey.Spec.Answers} 份答复中有 {survey.Spec.Satisfied} 份满意", $"{survey.Spec.Satisfied} satisfied of {survey.Spec.Answers} answers"),
            new("改正两个数中的一个", "correct one of the two numbers"),
            new RelatedPlace(survey.Spec.PlaceOf(nameof(Satisfaction.Answers)), new("答复数", "answers")));
}
