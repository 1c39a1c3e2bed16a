using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>What was asked of a clock.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="Clock">What it counts.</param>
/// <param name="Pauses">When it stands still.</param>
/// <param name="Calendar">The working days it asks for.</param>
internal sealed record ClockQuestion(Instant Start, ServiceClock Clock, IntervalSet Pauses, WorkCalendar Calendar);
