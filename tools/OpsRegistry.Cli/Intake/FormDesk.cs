using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Intake;

/// <summary>Opens the counter on the work tree: what the parties' branch has is merged, the rest may still be changed.</summary>
internal static class FormDesk
{
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

    /// <summary>Opens it.</summary>
    /// <param name="revision">The branch that the parties merge into; null for the first of the usual ones that is there, and for HEAD where none is.</param>
    /// <param name="files">The files that were handed in beside the form.</param>
    public static IntakeContext Open(Session session, ParseResult parse, string? revision, params IReadOnlyList<HandedFile> files)
    {
        var workspace = session.Workspace;
        var merged = revision is not null ? workspace.Commit(revision) : MainOf(workspace.Repository);
        return new(new WorkTreeSource(workspace.Root), workspace.Schemas(), [])
        {
            IsMerged = path => merged is not null && workspace.Repository!.Read(merged, path) is not null,
            Proofs = new(files, session.Loaded.Registry.EvidenceFiles, BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant())),
            Cache = workspace.Results(null, parse),
            Year = BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant()).Year,
        };
    }

    /// <summary>The end of the branch that the parties merge into: the first of the usual ones that is there, else what is checked out; null before the first commit.</summary>
    public static CommitInfo? MainOf(GitRepository? git) => git is null ? null : MainBranches.Select(git.Resolve).FirstOrDefault(commit => commit is not null) ?? git.Head;
}
