using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.Workbooks;
using WorkbookPackage = OpsRegistry.Verifying.Workbooks.WorkbookPackage;

namespace OpsRegistry.Cli.Commands;

/// <summary>Makes a workbook again from the commit that it names, with the same writer, and compares.</summary>
internal static class WorkbookVerification
{
    /// <summary>What is wrong with a file; nothing where it is byte for byte what the registry makes.</summary>
    /// <exception cref="CannotProveException">It names a commit that nobody has here, or was written by another version.</exception>
    public static IReadOnlyList<Finding> Of(Session session, string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > WorkbookPackage.LargestFile } large)
            {
                return [NotOurs(file, new($"文件 {large.Length} 字节，太大", $"the file has {large.Length} bytes, which is too large"))];
            }

            var bytes = File.ReadAllBytes(file);
            var content = WorkbookContent.Of(WorkbookPackage.Open(bytes));
            if (WorkbookClaim.Of(content) is not { } claim)
            {
                return [NotOurs(file, new("没有写明合同、周期、截止和提交", "it names no contract, period, cut-off and commit"))];
            }

            var findings = WorkbookComparison.Of(file, Expected(session, file, claim), bytes);
            return findings.Any(finding => finding.Rule.Severity == Severity.Error) && claim.Tool != ToolVersion.Current
                ? throw new CannotProveException(new(
                    $"{file} 由 {claim.Tool} 版生成，本工具是 {ToolVersion.Current} 版，差异可能来自版本；请用 {claim.Tool} 版核验",
                    $"{file} was written by version {claim.Tool} and this is {ToolVersion.Current}, which may be all the difference: verify it with version {claim.Tool}"))
                : findings;
        }
        catch (NotAWorkbookException wrong)
        {
            return [NotOurs(file, wrong.Words)];
        }
    }

    private static byte[] Expected(Session session, string file, WorkbookClaim claim)
    {
        if (CommitOf(session, claim) is not { } commit)
        {
            throw new CannotProveException(new(
                $"{file} 写的提交是“{claim.Commit}”，仓库里没有；未提交的报告不能重现", $"{file} names the commit '{claim.Commit}', which the repository does not hold; a report of uncommitted files cannot be made again"));
        }

        var registry = session.Workspace.LoadAnew(commit).Registry;
        if (registry.ContractNamed(claim.Contract) is not { } folder)
        {
            throw new CannotProveException(new($"提交 {commit.Short} 里没有合同“{claim.Contract}”", $"commit {commit.Short} has no contract '{claim.Contract}'"));
        }

        var result = ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser, claim.Provisional), claim.AsOf);
        var period = result.Periods.FirstOrDefault(one => one.Period.Id == claim.Period) ?? (claim.Period == "T" && result.Periods.Count == 1 ? result.Periods[0] : null);
        return period is null
            ? throw new CannotProveException(new($"提交 {commit.Short} 里没有周期“{claim.Period}”", $"commit {commit.Short} has no period '{claim.Period}'"))
            : AssessmentWorkbook.ToBytes(result, period, ReportOrigin.Of(registry, commit.Id, ToolVersion.Current) with
            {
                IsProvisional = claim.Provisional,
                History = RegistryHistory.Of(session.Workspace.Repository, commit),
            });
    }

    private static CommitInfo? CommitOf(Session session, WorkbookClaim claim) =>
        claim.Commit.Length == 40 ? session.Workspace.Repository!.Resolve(claim.Commit) : null;

    private static Finding NotOurs(string file, Text why) => new(WorkbookRules.NotOurWorkbook, Place.StartOf(file), why,
        new("用 ./opsreg report 重新生成", "make it again with ./opsreg report"));
}
