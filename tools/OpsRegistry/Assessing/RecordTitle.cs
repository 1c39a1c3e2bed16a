using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A record in a few words for reasons and ledgers: its kind, day and own summary.</summary>
internal static class RecordTitle
{
    /// <summary>The words; what the record says of itself stays in its own language.</summary>
    public static Text Compose(Fact fact)
    {
        var kind = fact.Resource.Kind.Title;
        var day = fact.Record.OccurredOn.ToString("uuuu-MM-dd", null);
        var own = fact.Record switch
        {
            Incident incident => incident.Summary,
            SecurityNotice notice => notice.Summary,
            ServiceRequest request => request.Summary,
            Attendance attendance => attendance.Person + (attendance.Remark is { } remark ? " " + remark : ""),
            CommitmentStatus status => status.Commitment + (status.Remark is { } remark ? " " + remark : ""),
            _ => null,
        };
        var named = RecordNames.Show(fact.Resource.Name);
        return own is null ? new($"{day} {named.Zh}", $"{day} {named.En}") : new($"{day} {kind.Zh} {own}", $"{day} {kind.En} {own}");
    }
}
