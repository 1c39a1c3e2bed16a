using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Site;

namespace OpsRegistry.Reporting.Tables;

/// <summary>Outcomes as values: their one name, and what they mean to a reader.</summary>
internal static class States
{
    public static Value.State Show(TargetState state) => new(state.Title(), state switch
    {
        TargetState.Met => Tone.Good,
        TargetState.Missed => Tone.Bad,
        TargetState.Pending => Tone.Plain,
        TargetState.NotMeasurable => Tone.Faint,
    });

    public static Value.State Show(OccurrenceState state) => new(state.Title(), state switch
    {
        OccurrenceState.Fulfilled => Tone.Good,
        OccurrenceState.Late => Tone.Warning,
        OccurrenceState.Missing => Tone.Bad,
        OccurrenceState.Pending => Tone.Plain,
    });

    public static Value.State YesNo(bool value) => value ? new(new("是", "yes"), Tone.Plain) : new(new("否", "no"), Tone.Plain);
}
