using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>The stretches of time that an incident lists.</summary>
internal static class RecordedIntervals
{
    private static readonly Text Interruption = new("中断", "interruption"), Degradation = new("劣化", "degradation"), Pause = new("停表", "pause");

    /// <summary>Each list that holds some, with what it holds.</summary>
    public static IEnumerable<(Text What, IReadOnlyList<TimeSpanRecord> Items)> List(Incident incident) =>
        Harming(incident).Concat(Filled(Pause, incident.Pauses));

    /// <summary>The stretches in which the service suffered.</summary>
    public static IEnumerable<(Text What, TimeSpanRecord Item)> Harm(Incident incident) => Harming(incident).SelectMany(list => list.Items.Select(item => (list.What, item)));

    private static IEnumerable<(Text What, IReadOnlyList<TimeSpanRecord> Items)> Harming(Incident incident) =>
        [.. Filled(Interruption, incident.Interruptions), .. Filled(Degradation, incident.Degradations)];

    private static IReadOnlyList<(Text What, IReadOnlyList<TimeSpanRecord> Items)> Filled(Text what, IReadOnlyList<TimeSpanRecord> items) => items.Count == 0 ? [] : [(what, items)];
}
