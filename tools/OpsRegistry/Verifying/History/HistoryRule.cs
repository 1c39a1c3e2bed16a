using OpsRegistry.Loading;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.History;

/// <summary>One thing that can be wrong with how a branch came about and that no single change shows.</summary>
public abstract class HistoryRule
{
    private RuleInfo? info;

    /// <summary><c>OPS7</c> and two digits; given once, for ever.</summary>
    public abstract string Id { get; }

    /// <summary>The fault in a few words.</summary>
    public abstract Text Title { get; }

    /// <summary>How much it weighs.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>What is known of the rule without running it.</summary>
    public RuleInfo Info => info ??= new(Id, GetType().Name, Title, Severity);

    /// <summary>Everything in the branch that has the fault, in any order.</summary>
    public abstract IEnumerable<Finding> Check(BranchHistory history);

    /// <summary>A finding of this rule about a file at a commit.</summary>
    protected Finding At(CommitInfo commit, string path, Text message, Text help) =>
        new(Info, Place.StartOf(path), new($"提交 {commit.Short}：{message.Zh}", $"commit {commit.Short}: {message.En}"), help);
}
