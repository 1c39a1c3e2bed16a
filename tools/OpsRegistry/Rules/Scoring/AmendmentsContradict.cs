using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two amendments of one field do not follow each other: the later one does not start from the value at which the earlier one arrives. Both cannot hold.
/// </summary>
internal sealed class AmendmentsContradict() : Rule("OPS556", new("两份更正互相矛盾", "amendments that contradict each other"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from lines in folder.Of<Amendment>()
            .Where(amendment => amendment.Spec.IsAgreed)
            .OrderBy(amendment => amendment.Name, StringComparer.Ordinal)
            .SelectMany(amendment => amendment.Spec.Changes.Select(line => (Amendment: amendment, Line: line)))
            .GroupBy(pair => (pair.Amendment.Spec.Record, pair.Line.Field))
        from pair in lines.Zip(lines.Skip(1))
        where !NodeEquality.Same(pair.First.Line.After, pair.Second.Line.Before)
        select At(
            pair.Second.Line.PlaceOf(nameof(AmendedField.Before)),
            new($"“{pair.Second.Amendment.Name}”的原值不是“{pair.First.Amendment.Name}”的新值", $"old value of '{pair.Second.Amendment.Name}' is not the new value of '{pair.First.Amendment.Name}'"),
            new("后一份更正从前一份的新值写起", "let the later amendment start from the earlier one's new value"),
            new RelatedPlace(pair.First.Line.PlaceOf(nameof(AmendedField.After)), new("前一份", "the earlier one")));
}
