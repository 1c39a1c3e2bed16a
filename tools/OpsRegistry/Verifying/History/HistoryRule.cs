using OpsRegistry.Loading;
using OpsRegistry.Sources.Git;
using OpsRegistry.Rules;

namespace OpsRegistry.Verifying.History;

/// <summary>One thing that can be wrong with how a branch came about and that no single change shows.</summary>
/// <param name="id"><c>OPS7</c> and two digits.</param>
internal abstract class HistoryRule(string id, Text title, Severity severity = Severity.Error) : Rule<BranchHistory>(id, title, severity)
{
    /// <summary>A finding of this rule about a file at a commit.</summary>
    protected Finding At(CommitInfo commit, string path, Message message, Text help) =>
        At(Place.StartOf(path), new Message($"提交 {commit.Short}：", $"commit {commit.Short}: ") + message, help);
}
