using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// The due day of an obligation counts from nothing, from two things at once, or from a field that no record has. It would never come, and the duty never be overdue.
/// </summary>
internal sealed class IncompleteDueDay() : Rule("OPS431", new("到期日无从算起", "due day that counts from nothing"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from obligation in Governance.Obligations(folder)
        let recurrence = obligation.Recurrence
        where recurrence.Due is not null
        from fault in Faults(recurrence, recurrence.Due!)
        select fault;

    private IEnumerable<Finding> Faults(Recurrence recurrence, DueDay due)
    {
        if (due.After is null == due.Before is null)
        {
            yield return At(
                recurrence.PlaceOf(nameof(Recurrence.Due)),
                due.After is null ? new("due 没有写从什么算起", "'due' does not say what it counts from") : new("due 同时写了 after 和 before", "'due' has both 'after' and 'before'"),
                new("after 和 before 写其一", "give one of after and before"));
        }
        else if (recurrence.Timing is not null)
        {
            yield return At(
                recurrence.PlaceOf(nameof(Recurrence.Timing)),
                new("有 due 时 timing 没有意义", "beside 'due', 'timing' has no meaning"),
                new("删去其中一个", "take one of them away"));
        }
        else if ((due.After ?? due.Before)!.Split('.') is [var of, var field] && Kinds.Named(of == "called" ? recurrence.Calls?.Kind ?? "" : of) is var kind && !IsDated(kind?.Field(field)))
        {
            var known = kind?.Fields.Where(IsDated).Select(one => one.Key).ToList() ?? [];
            yield return At(
                due.PlaceOf(due.After is null ? nameof(due.Before) : nameof(due.After)),
                kind is null
                    ? new($"“{of}”不是记录种类，也没有触发记录", $"'{of}' is no kind of record, and nothing calls for the duty")
                    : new($"{kind.Name} 没有日期字段“{field}”", $"a {kind.Name} has no dated field '{field}'"),
                new($"可用的字段：{Shown.Show(known).Zh}", $"its dated fields are {Shown.Show(known).En}"));
        }
    }

    private static bool IsDated(SpecField? field) =>
        field is not null && (Nullable.GetUnderlyingType(field.Type) ?? field.Type) is var type && (type == typeof(LocalDate) || type == typeof(OffsetDateTime));
}
