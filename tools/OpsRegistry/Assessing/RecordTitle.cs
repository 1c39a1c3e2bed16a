using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A record in a few words for reasons and ledgers: its kind, day and own summary.</summary>
internal static class RecordTitle
{
    /// <summary>The words; what the record says of itself stays in its own language.</summary>
    /// <param name="fact">The record.</param>
    /// <param name="terms">The contract, which knows what was promised in what words.</param>
    public static Text Compose(Fact fact, Contract terms)
    {
        var kind = fact.Resource.Kind.Title;
        var day = fact.Record.OccurredOn.ToString("uuuu-MM-dd", null);
        var own = fact.Record switch
        {
            Incident incident => Text.Same(incident.Summary),
            SecurityNotice notice => Text.Same(notice.Summary),
            ServiceRequest request => Text.Same(request.Summary),
            Attendance attendance => Text.Same(attendance.Person + After(attendance.Remark)),
            CommitmentStatus status => Promised(status, terms),
            _ => (Text?)null,
        };
        var named = RecordNames.Show(fact.Resource.Name);
        return own is { } said ? new($"{day} {kind.Zh} {said.Zh}", $"{day} {kind.En} {said.En}") : new($"{day} {named.Zh}", $"{day} {named.En}");
    }

    private static Text Promised(CommitmentStatus status, Contract terms)
    {
        var title = terms.Commitments.FirstOrDefault(promise => promise.Id == status.Commitment)?.Title ?? Text.Same(status.Commitment);
        return new($"“{title.Zh}”{After(status.Remark)}", $"\"{title.En}\"{After(status.Remark)}");
    }

    private static string After(string? remark) => remark is null ? "" : " " + remark;
}
