using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.Scoring;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// An obligation says by which field the answering record names the calling one, or which field of the call says how many, and the records have no such field.
/// </summary>
internal sealed class UnknownReferringField() : Rule("OPS411", new("指向字段不存在", "referring field that the record does not have"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from obligation in Governance.Obligations(folder)
        let recurrence = obligation.Recurrence
        from field in obligation.Fulfilling.Select(match => (match.Kind, Field: recurrence.Refers, Property: nameof(recurrence.Refers)))
            .Append((Kind: recurrence.Calls?.Kind ?? "", Field: recurrence.CountField, Property: nameof(recurrence.CountField)))
        where field.Field is not null && Kinds.Named(field.Kind) is not null
        let known = FieldWords.FieldsOf(field.Kind)
        where !known.Contains(field.Field)
        where recurrence.Every != Span.Holiday || field.Property != nameof(recurrence.Refers) || !obligation.Fulfilling.Any(match => FieldWords.FieldsOf(match.Kind).Contains(recurrence.Refers))
        select At(
            recurrence.PlaceOf(field.Property),
            new($"{field.Kind} 没有字段“{field.Field}”", $"a {field.Kind} has no field '{field.Field}'"),
            new($"可用的字段：{Shown.Show(known).Zh}", $"its fields are {Shown.Show(known).En}"));
}
