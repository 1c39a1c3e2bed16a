using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A time that was absent from a merged record is filled in long after it is said to have been. Completing a record is welcome; a time that turns
/// up only when the limit is at stake needs a second look.
/// </summary>
internal sealed class LateCompletion() : PolicyRule("OPS642", new("补录过晚", "late completion"), Severity.Warning, holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from record in MergedRecords.Edited(change)
        from field in record.Fields
        where field.FillsIn && !FieldProtection.IsProtected(record.Before!.Kind, field)
        let day = DayOf(field.After)
        where day is not null
        let allowed = FilingLimit.DaysOf(change, record.Either.Metadata.Contract)
        let late = FilingLimit.DaysLaterThan(change, day.Value)
        where late > allowed
        select At(
            field.Place,
            new($"“{record.Either.Name}”的 {field.Field} 补录为 {Shown.Show(day.Value)}，已过 {late} 天，规定 {allowed} 天", $"'{field.Field}' of '{record.Either.Name}' is filled in as {Shown.Show(day.Value)}, {late} days ago; {allowed} are allowed"),
            new("请审查者核对当时的凭据，并决定是否采信", "look at proof from that time and decide whether to accept it"));

    private static LocalDate? DayOf(Node? value) =>
        value is not ScalarNode scalar ? null
        : Values.TimeIn(scalar.Text) is { } time ? BeijingTime.DateOf(time.ToInstant())
        : Values.DateIn(scalar.Text);
}
