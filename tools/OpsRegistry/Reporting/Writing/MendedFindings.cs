using System.Text.Json.Serialization;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Reporting.Writing;

/// <summary>What was mended, and the errors that are left.</summary>
/// <param name="IsWritten">False where it was only shown.</param>
/// <param name="Mended">What was mended.</param>
/// <param name="Findings">The errors that are left.</param>
internal sealed record MendedFindings(bool IsWritten, IReadOnlyList<MendedEntry> Mended, IReadOnlyList<FindingEntry> Findings);

/// <summary>A finding that was mended.</summary>
/// <param name="Finding">It, as it stood when it was found.</param>
/// <param name="Written">What stands in place of its characters; absent where the file was moved.</param>
/// <param name="MovedTo">Where the file stands now; absent where characters alone were changed.</param>
internal sealed record MendedEntry(
    FindingEntry Finding,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Written,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MovedTo)
{
    /// <summary>A mended finding as a program reads it.</summary>
    public static MendedEntry From(MendedFinding mended) => new(FindingEntry.From(mended.Finding), mended.Written, mended.MovedTo);
}
