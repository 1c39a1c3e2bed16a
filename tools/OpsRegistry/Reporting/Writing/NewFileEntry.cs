using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Reporting.Writing;

/// <summary>A file that was begun.</summary>
/// <param name="Path">Where it stands, from the repository's root.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsWritten">False where it was only shown.</param>
/// <param name="ToFill">What a person must still fill in; while there is anything, the file is not judged.</param>
/// <param name="Findings">What the rules find in it.</param>
internal sealed record NewFileEntry(string Path, string Name, bool IsWritten, IReadOnlyList<FieldToFill> ToFill, IReadOnlyList<FindingEntry> Findings);

/// <summary>A field that must be filled in.</summary>
/// <param name="Field">Its key under <c>spec:</c>.</param>
/// <param name="Title">What people call it.</param>
internal sealed record FieldToFill(string Field, Text Title);
