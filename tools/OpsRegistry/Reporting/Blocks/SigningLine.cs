using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>A line in which people sign, seal, or write what they think.</summary>
/// <param name="Fields">What is filled in, leftmost first.</param>
internal sealed record SigningLine(params IReadOnlyList<SigningField> Fields);

/// <summary>A cell that is its reader's to fill.</summary>
/// <param name="Key">A stable English name; the workbook knows the cell as <c>Sign_</c> and this.</param>
/// <param name="Title">What belongs into it.</param>
/// <param name="Kind">What belongs into it, for programs.</param>
internal sealed record SigningField(string Key, Text Title, ReaderKind Kind)
{
    /// <summary>What stands beside it, where its place says the rest.</summary>
    public Text Label { get => field.Zh is null ? Title : field; init; }
}
