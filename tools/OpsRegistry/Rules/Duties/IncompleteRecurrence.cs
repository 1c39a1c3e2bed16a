using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// An obligation that falls due with each record of a kind does not say which records call for it, or by which field the answer names the call;
/// or one that falls due with the calendar says so. It would never fall due, or never count as done.
/// </summary>
internal sealed class IncompleteRecurrence() : Rule("OPS410", new("义务的周期写得不全", "recurrence without what it needs"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from obligation in Governance.Obligations(folder)
        let recurrence = obligation.Recurrence
        let byRecord = recurrence.Every == Span.Record || (recurrence.Every == Span.Holiday && recurrence.Calls is not null)
        let wrong = new[]
        {
            (Name: nameof(recurrence.Calls), Given: recurrence.Calls is not null, Needed: byRecord),
            (Name: nameof(recurrence.Refers), Given: recurrence.Refers is not null, Needed: byRecord),
            (Name: nameof(recurrence.CountField), Given: recurrence.CountField is not null, Needed: byRecord && recurrence.CountField is not null),
            (Name: nameof(recurrence.LeastDays), Given: recurrence.LeastDays is not null, Needed: recurrence.Every == Span.Holiday && recurrence.LeastDays is not null),
        }.FirstOrDefault(field => field.Given != field.Needed)
        where wrong.Name is not null
        let every = YamlWord.Write(recurrence.Every)
        let name = Bound.KeyOf(wrong.Name)
        select At(
            recurrence.PlaceOf(wrong.Given ? wrong.Name : nameof(recurrence.Every)),
            wrong.Given
                ? new($"every 为 {every} 时不应有 {name}", $"recurrence 'every: {every}' has no use for '{name}'")
                : new($"every 为 {every} 时缺少 {name}", $"recurrence 'every: {every}' lacks '{name}'"),
            new("按记录发生的义务要写 calls 和 refers，其他不写", "an obligation due by record has calls and refers, any other has neither"));
}
