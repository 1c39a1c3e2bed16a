using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>The working calendar that a registry's files make up.</summary>
internal static class Calendars
{
    /// <summary>The national calendar of all files; a region other than <c>cn</c> is a layer of closures of its own.</summary>
    /// <param name="acceptProvisional">Use files of which no notice is published yet, and mark every figure they touch.</param>
    public static WorkCalendar Build(Registry registry, bool acceptProvisional = false) =>
        WorkCalendar.From(registry.Of<WorkCalendarYear>().Where(file => file.Spec.Region == "cn").Select(AreaOf), acceptProvisional);

    /// <summary>The calendar under the closures of one organization.</summary>
    public static WorkCalendar For(Registry registry, string organization, bool acceptProvisional = false) =>
        registry.Of<WorkCalendarYear>()
            .Where(file => file.Spec.Region == organization)
            .Aggregate(Build(registry, acceptProvisional), (calendar, file) => calendar.WithLocal(AreaOf(file)));

    private static CalendarLayer AreaOf(Resource<WorkCalendarYear> file) => new(
        file.Name,
        file.Spec.Notice,
        file.Spec.CoveredFrom,
        file.Spec.CoveredTo,
        file.Spec.Days.Select(day => new CalendarDay(day.Date, day.Kind == WorkCalendarDayKind.Off ? DayKind.Off : DayKind.Work, day.Name, day.Statutory)),
        file.Spec.Provisional);
}
