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

    /// <summary>A record says the same already: nothing is to be written.</summary>
    /// <param name="Name">The record's name.</param>
    /// <param name="Path">Where it stands, from the repository's root.</param>
    public sealed record AlreadyFiled(string Name, string Path) : FormOutcome;

    /// <summary>A record that is there says something else afterwards.</summary>
    /// <param name="Record">The record with its new text.</param>
    /// <param name="Amendment">The draft that both parties must consent to, where merged fields change that are protected; null where none is needed.</param>
    /// <param name="Labels">The questions whose answers differ.</param>
    /// <param name="Remarks">What the rules remark on it without refusing it.</param>
    public sealed record Changed(ReceivedRecord Record, ReceivedRecord? Amendment, IReadOnlyList<string> Labels, IReadOnlyList<FormProblem> Remarks) : FormOutcome;

    /// <summary>The form did not become a record.</summary>
    /// <param name="Complaints">Why, at least one.</param>
    public sealed record Refused(IReadOnlyList<FormProblem> Complaints) : FormOutcome;

    /// <summary>The files that it becomes: a record, a changed record, a record and the draft of an amendment, or none.</summary>
    public IReadOnlyList<ReceivedRecord> Files => this switch
    {
        Accepted accepted => [accepted.Record],
        Changed { Amendment: { } amendment } changed => [changed.Record, amendment],
        Changed changed => [changed.Record],
        AlreadyFiled or Refused => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The record's name; null where it was refused.</summary>
    public string? RecordName => this switch
    {
        Accepted accepted => accepted.Record.Name,
        Changed changed => changed.Record.Name,
        AlreadyFiled known => known.Name,
        Refused => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is said of it: why it was refused, or what the rules remark.</summary>
    public IReadOnlyList<FormProblem> Said => this switch
    {
        Accepted accepted => accepted.Remarks,
        Changed changed => changed.Remarks,
        Refused refused => refused.Complaints,
        AlreadyFiled => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A record made from a form.</summary>
/// <param name="Name">Its name, the next of its kind, contract and year.</param>
/// <param name="Path">Where it stands, from the repository's root.</param>
/// <param name="Text">The file's text.</param>
internal sealed record ReceivedRecord(Kind Kind, string Contract, string Name, string Path, string Text);
