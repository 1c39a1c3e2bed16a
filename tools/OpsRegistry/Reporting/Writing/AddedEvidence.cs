using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Reporting.Writing;

/// <summary>Files that became proofs of a record.</summary>
/// <param name="Record">The record's path, from the repository's root.</param>
/// <param name="IsWritten">False where it was only shown.</param>
/// <param name="Evidence">The proofs.</param>
/// <param name="Findings">What the rules find in the record then.</param>
internal sealed record AddedEvidence(string Record, bool IsWritten, IReadOnlyList<AddedProof> Evidence, IReadOnlyList<FindingEntry> Findings);

/// <summary>A file that became a proof.</summary>
/// <param name="Given">What it was called.</param>
/// <param name="Path">Where it stands now, from the repository's root.</param>
/// <param name="Role">What it is to the record.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="WasThere">True where the same bytes were there already.</param>
internal sealed record AddedProof(string Given, string Path, string Role, string Sha256, bool WasThere);
