using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A contract's windows and the calendar they open by, so that a target's words become a clock.</summary>
internal sealed class ContractClocks
{
    private readonly Lazy<Dictionary<string, ServiceWindow>> windows;
    private readonly ConcurrentDictionary<TargetTerms, (Amount Limit, ServiceClock Clock)?> limits = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes a contract's windows; a window whose hours make no sense is left out, and a rule says so.</summary>
    public ContractClocks(ServiceLevels? levels, WorkCalendar calendar)
    {
        Calendar = calendar;
        windows = new(() =>
        {
            var read = new Dictionary<string, ServiceWindow>(StringComparer.Ordinal);
            foreach (var terms in levels?.Windows ?? [])
            {
                if (WindowOf(terms) is { } window)
                {
                    read[terms.Id] = window;
                }
            }

            return read;
        });
    }

    /// <summary>The working days.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>The window of an id, or null.</summary>
    public ServiceWindow? Window(string? id) => id is not null && windows.Value.TryGetValue(id, out var window) ? window : null;

    /// <summary>The limit and clock of a target; null when its words make no sense, which a rule reports.</summary>
    public (Amount Limit, ServiceClock Clock)? Parse(TargetTerms target) => limits.TryGetValue(target, out var known) ? known : limits.GetOrAdd(target, Read);

    private (Amount Limit, ServiceClock Clock)? Read(TargetTerms target)
    {
        if (Amount.Parse(target.Limit) is not { } limit)
        {
            return null;
        }

        var window = Window(target.Window);
        var closing = target.CloseOfBusiness && window is not null ? new Closing.CloseOfBusiness(window) : null;
        return ServiceClock.For(limit.Unit, window, target.Roll, closing) is { } clock ? (limit, clock) : null;
    }

    /// <summary>The window that a contract's words describe; null when the hours are not hours, run backwards or overlap.</summary>
    public static ServiceWindow? WindowOf(WindowTerms terms)
    {
        var hours = terms.Segments.Select(segment => OpenHours.Parse($"{segment.From}-{segment.To}")).ToList();
        return hours.Contains(null) ? null : ServiceWindow.Create(terms.Id, terms.Days, hours.OfType<OpenHours>());
    }
}
