using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>A person gives the score within a range, with a reason.</summary>
public static class JudgedShape
{
    /// <summary>One draft for the marks that the judgement falls short of; undetermined until someone has judged.</summary>
    public static ShapeResult Draft(Judged shape, ShapeContext context)
    {
        if (Latest(context) is not { } judgement || judgement.Spec.Score < shape.Least || judgement.Spec.Score > shape.Most)
        {
            return ShapeResult.Unknown(UndeterminedReason.NotJudged);
        }

        var lost = context.Indicator.Marks - judgement.Spec.Score;
        var reference = RecordReference.At(judgement.Untyped, judgement.Spec.PlaceOf(nameof(Judgement.Score)));
        return lost <= 0m ? ShapeResult.Nothing : ShapeResult.Of(new Draft(lost, Text.Same(judgement.Spec.Reason), [reference]));
    }

    private static Resource<Judgement>? Latest(ShapeContext context)
    {
        var judgements = context.Measurement.Folder.Of<Judgement>()
            .Where(judgement => judgement.Spec.Period == context.Period.Id && judgement.Spec.Term == context.Term.Id)
            .Where(judgement => BeijingTime.StartOf(judgement.Spec.JudgedOn) < context.Measurement.AsOf)
            .OrderBy(judgement => judgement.Spec.JudgedOn).ThenBy(judgement => judgement.Path, StringComparer.Ordinal)
            .ToList();
        return judgements.Count == 0 ? null : judgements[^1];
    }
}
