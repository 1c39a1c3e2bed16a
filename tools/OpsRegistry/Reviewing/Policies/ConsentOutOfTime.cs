using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A consent is dated before the record that it is about was merged, or after the request that brings it. Nobody can agree to correct what is not
/// there yet, nor has anybody agreed who will.
/// </summary>
internal sealed class ConsentOutOfTime() : PolicyRule("OPS654", new("同意日不在记录合并与本请求之间", "consent dated outside its time"))
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from consent in Consents.BroughtBy(change)
        let first = FirstDay(consent, change)
        let last = FilingLimit.MergedOn(change)
        where consent.Given.On < first || consent.Given.On > last
        select At(
            consent.Given.PlaceOf(nameof(consent.Given.On)),
            new(
                $"“{consent.Amendment.Name}”中{consent.Role.Title().Zh}的同意日是 {Shown.Show(consent.Given.On)}，只能在 {Shown.Show(first)} 至 {Shown.Show(last)} 之间",
                $"consent of the {consent.Role.Title().En} in '{consent.Amendment.Name}' is dated {Shown.Show(consent.Given.On)}; it can be of {Shown.Show(first)} to {Shown.Show(last)}"),
            new("写实际同意的日期：在所更正的记录合并以后，不晚于本请求", "write the day on which it was given: after the corrected record was merged, not after this request"));

    /// <summary>The day on which the record came in; where that is not known, the day that it is of.</summary>
    private static LocalDate FirstDay(Consents consent, RegistryChange change) =>
        change.Before.Registry.Resources.FirstOrDefault(resource => resource.Metadata.Contract == consent.Amendment.Metadata.Contract && resource.Name == ((Amendment)consent.Amendment.Spec).Record) is not { } record ? BeijingTime.FirstDate
        : change.CameIn(record.Path) is { } merged ? BeijingTime.DateOf(merged)
        : record.Spec.KnownOn ?? BeijingTime.FirstDate;
}
