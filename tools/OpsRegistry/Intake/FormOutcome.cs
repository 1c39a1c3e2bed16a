using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>What becomes of a filled-in form: a record, or complaints.</summary>
internal abstract record FormOutcome
{
    private FormOutcome()
    {
    }

    /// <summary>The form became a record that the registry accepts.</summary>
    /// <param name="Remarks">What the rules remark on it without refusing it.</param>
    public sealed record Accepted(ReceivedRecord Record, IReadOnlyList<FormProblem> Remarks) : FormOutcome;

    /// <summary>The form did not become a record.</summary>
    /// <param name="Complaints">Why, at least one.</param>
    public sealed record Refused(IReadOnlyList<FormProblem> Complaints) : FormOutcome;
}

/// <summary>A record made from a form.</summary>
/// <param name="Name">Its name, the next of its kind, contract and year.</param>
/// <param name="Path">Where it stands, from the repository's root.</param>
/// <param name="Text">The file's text.</param>
internal sealed record ReceivedRecord(Kind Kind, string Contract, string Name, string Path, string Text);
