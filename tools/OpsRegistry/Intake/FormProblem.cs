namespace OpsRegistry.Intake;

/// <summary>What is wrong with an answer, in the words of the form.</summary>
/// <param name="Label">The question; null where no single one is at fault.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record FormProblem(string? Label, Text Message, Text Help)
{
    /// <summary>The row of the sheet, where the record has several; null for the record's first.</summary>
    public int? Row { get; init; }
}
