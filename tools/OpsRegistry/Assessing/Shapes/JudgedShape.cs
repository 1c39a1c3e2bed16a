using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>A person gives the score within a range, with a reason.</summary>
internal sealed class JudgedShape(Judged given) : Shape<Judged>(given)
{
    public override ShapeBasis RestsOn => new();

    public override decimal? Most(decimal marks) => Math.Max(0m, marks - Given.Least);

    /// <inheritdoc/>
    public override (decimal Least, decimal Most)? Range => (Given.Least, Given.Most);

    /// <summary>One draft for the marks that the judgement falls short of; undetermined until someone has judged.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        if (Latest(context) is not { } judgement || judgement.Spec.Score < Given.Least || judgement.Spec.Score > Given.Most)
        {
            return ShapeResult.Unknown(UndeterminedReason.NotJudged);
        }

        var lost = context.Indicator.Marks - judgement.Spec.Score;
        var reference = RecordReference.At(judgement.Untyped, judgement.Spec.PlaceOf(nameof(Judgement.Score)));
        return lost <= 0m ? ShapeResult.Nothing : ShapeResult.Lose(new TakenPoints(lost, Text.Same(judgement.Spec.Reason), [reference]));
    }

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;

    private static Resource<Judgement>? Latest(ShapeContext context) => context.Measurement.Folder.Of<Judgement>()
        .Where(judgement => judgement.Spec.Period == context.Period.Id && judgement.Spec.Term == context.Term.Id)
        .OrderBy(judgement => judgement.Spec.JudgedOn).ThenBy(judgement => judgement.Path, StringComparer.Ordinal)
        .Cast<Resource<Judgement>?>()
        .LastOrDefault();
}
