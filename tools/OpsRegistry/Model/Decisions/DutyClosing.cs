namespace OpsRegistry.Model;

internal sealed partial record DutyClosing
{
    /// <summary>Whether it closes one time of a duty: the time that it names, or every one that was due by its day.</summary>
    public bool Closes(string? service, string obligation, string time, LocalDate lastDay) =>
        Obligation == obligation && Service == service && (Time is { } named ? named == time : lastDay <= ClosedOn);
}
