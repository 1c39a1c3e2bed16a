using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.History;

/// <summary>Walks a branch from its beginning, or from a commit, to its newest commit, and judges each step by the rules of change and the whole by the rules of history.</summary>
internal static class HistoryVerifier
{
    /// <summary>What is wrong with a branch.</summary>
    /// <param name="since">The commit after which the walk begins; null for the very beginning.</param>
    /// <param name="checkpoints">Commits that must be in the branch.</param>
    /// <param name="proofs">By which keys checkpoints are signed.</param>
    /// <param name="now">The moment at which it is judged.</param>
    /// <param name="told">Is told of every step.</param>
    /// <exception cref="MissingObjectException">The repository does not hold what its history names.</exception>
    public static HistoryReport Verify(GitRepository git, CommitInfo head, CommitInfo? since, SchemaSet schemas, IReadOnlyList<Checkpoint> checkpoints, Proofs proofs, Instant now, IVerifySteps? told = null)
    {
        var line = git.FirstParents(head).ToList();
        var loader = new StepLoader(git, schemas);
        var steps = new List<HistoryStep>();
        told?.Expect(Math.Max(0, (since is null ? line.Count : line.FindIndex(commit => commit.Id == since.Id) + 1) - 1));
        for (var index = 0; index + 1 < line.Count && line[index].Id != since?.Id; index++)
        {
            var (commit, parent) = (line[index], line[index + 1]);
            var files = git.Changes(parent, commit);
            steps.Add(new(commit, parent, files, loader.Load(parent, commit, files), MergeComparison.Compare(git, commit)));
            told?.Advance(commit.Short);
        }

        steps.Reverse();
        var history = new BranchHistory(git, head, steps, line.Select(commit => commit.Id).ToHashSet(StringComparer.Ordinal), checkpoints) { Now = now, Keys = proofs.Keys, Signatures = proofs.Signatures };
        var findings = steps.SelectMany(HistoryPolicies.Check).Concat(HistoryCatalog.All.SelectMany(rule => rule.Check(history)));
        return new(steps.Count, FindingOrder.Sorted(findings));
    }

    /// <summary>The keys of a registry's parties, with what proves signatures.</summary>
    public static Proofs KeysOf(Registry registry, ISealSignatures signatures) => new(registry.Of<Organization>().SelectMany(party => party.Spec.SigningKeys).ToList(), signatures);

    /// <summary>The commits that the seals of a registry name.</summary>
    public static IEnumerable<Checkpoint> Sealed(Registry registry) =>
        registry.Of<Seal>().Select(seal => new Checkpoint(seal.Spec.Commit, seal.Spec.PlaceOf(nameof(Seal.Commit))));
}

/// <summary>What proves the signatures of checkpoints.</summary>
/// <param name="Keys">The parties' keys.</param>
/// <param name="Signatures">What proves signatures.</param>
internal sealed record Proofs(IReadOnlyList<SigningKey> Keys, ISealSignatures Signatures);

/// <summary>What walking a branch gives.</summary>
/// <param name="Steps">How many steps were judged.</param>
/// <param name="Findings">What is wrong, ordered.</param>
internal sealed record HistoryReport(int Steps, IReadOnlyList<Finding> Findings);
