using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>The stretches of time that an incident lists.</summary>
internal static class RecordedIntervals
{
    /// <summary>Each list with what it holds.</summary>
    public static IEnumerable<(Text What, IReadOnlyList<TimeSpanRecord> Items)> List(Incident incident) =>
    [
        (new("中断", "interruption"), incident.Interruptions),
        (new("劣化", "degradation"), incident.Degradations),
        (new("停表", "pause"), incident.Pauses),
    ];

    /// <summary>The stretches in which the service suffered.</summary>
    public static IEnumerable<(Text What, TimeSpanRecord Item)> Harm(Incident incident) =>
        List(incident).Take(2).SelectMany(list => list.Items.Select(item => (list.What, item)));
}
