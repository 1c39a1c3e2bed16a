using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>The working calendar that a registry's files make up.</summary>
internal static class Calendars
{
    private const string National = "cn";

    // Contracts that are looked at one by one share the calendars' files, and so what these make up.
    private static readonly ConditionalWeakTable<WorkCalendarYear, ConcurrentDictionary<(SameObjects Files, bool AcceptProvisional), WorkCalendar>> Known = [];

    /// <summary>The national calendar of all files; a region other than <c>cn</c> is a layer of closures of its own.</summary>
    /// <param name="acceptProvisional">Use files of which no notice is published yet, and mark every figure they touch.</param>
    public static WorkCalendar Build(Registry registry, bool acceptProvisional = false) => Combine(registry, null, acceptProvisional);

    /// <summary>The calendar under the closures of one organization.</summary>
    public static WorkCalendar For(Registry registry, string organization, bool acceptProvisional = false) => Combine(registry, organization, acceptProvisional);

    private static WorkCalendar Combine(Registry registry, string? organization, bool acceptProvisional)
    {
        var national = registry.Of<WorkCalendarYear>().Where(file => file.Spec.Region == National).ToList();
        var local = registry.Of<WorkCalendarYear>().Where(file => file.Spec.Region == organization).ToList();
        return national.Count == 0 ? Combined() : Known.GetOrCreateValue(national[0].Spec).GetOrAdd(
            (new([.. national.Select(file => file.Spec), null, .. local.Select(file => file.Spec)]), acceptProvisional), _ => Combined());

        WorkCalendar Combined() => local.Aggregate(WorkCalendar.From(national.Select(AreaOf), acceptProvisional), (calendar, file) => calendar.WithLocal(AreaOf(file)));
    }

    private static CalendarLayer AreaOf(Resource<WorkCalendarYear> file) => new(
        file.Name,
        file.Spec.Notice,
        file.Spec.CoveredFrom,
        file.Spec.CoveredTo,
        file.Spec.Days.Select(day => new CalendarDay(day.Date, day.Kind == WorkCalendarDayKind.Off ? DayKind.Off : DayKind.Work, day.Name, day.Statutory)),
        file.Spec.Provisional);
}
