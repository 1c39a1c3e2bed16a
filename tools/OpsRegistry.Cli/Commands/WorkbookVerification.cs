using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.Workbooks;
using WorkbookPackage = OpsRegistry.Verifying.Workbooks.WorkbookPackage;

namespace OpsRegistry.Cli.Commands;

/// <summary>What is known of a workbook after it was made again.</summary>
/// <param name="Findings">What is wrong or was filled in.</param>
/// <param name="Said">What was proved, and of what: a line each.</param>
internal sealed record VerifiedWorkbook(IReadOnlyList<Finding> Findings, IReadOnlyList<Text> Said);

/// <summary>Makes a workbook again from the commit that it names, with the same writer, and compares.</summary>
internal static class WorkbookVerification
{
    private const decimal LargestTrial = 10_000;

    /// <summary>Proves a file.</summary>
    /// <param name="session">The checkout.</param>
    /// <param name="branch">The commit in whose history the workbook's own must be.</param>
    /// <exception cref="CannotProveException">It names a commit that nobody has here, or a contract or period that the commit has not.</exception>
    public static VerifiedWorkbook Verify(Session session, CommitInfo branch, string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > WorkbookPackage.LargestFile } large)
            {
                return NotOurs(file, new($"文件 {large.Length} 字节，太大", $"the file has {large.Length} bytes, which is too large"));
            }

            var bytes = File.Exists(file) ? File.ReadAllBytes(file) : throw new UsageException(new($"没有文件“{file}”", $"there is no file '{file}'"));
            var content = WorkbookContent.Read(WorkbookPackage.Open(bytes));
            return WorkbookClaim.Read(content) is { } claim
                ? Compared(session, branch, file, (bytes, content, claim))
                : NotOurs(file, new("没有写明合同、周期、截止和提交", "it names no contract, period, cut-off and commit"));
        }
        catch (NotAWorkbookException wrong)
        {
            return NotOurs(file, wrong.Words);
        }
    }

    private static VerifiedWorkbook Compared(Session session, CommitInfo branch, string file, (byte[] Bytes, WorkbookContent Content, WorkbookClaim Claim) found)
    {
        var (claim, commit) = (found.Claim, CommitOf(session, file, found.Claim));
        var (registry, result, period) = ResultOf(session, commit, claim);
        var origin = ReportOrigin.State(registry, commit.Id, claim.Tool) with
        {
            IsProvisional = claim.Provisional,
            History = RegistryHistory.Read(session.Workspace.Repository, commit),
        };
        var made = AssessmentWorkbook.Make(result, period, origin, claim.Volume);
        var tried = TriedIn(found.Content, made);
        var compared = WorkbookComparison.Compare(file, tried is null ? made : AssessmentWorkbook.Make(result, period, origin, claim.Volume, tried), found.Bytes);
        var findings = compared.Findings.Concat(OfOrigin(session, branch, file, (claim, commit, registry, period))).ToList();
        return new(FindingOrder.Sorted(findings), Said(file, compared, findings, (claim, commit, period)));
    }

    /// <summary>What the workbook says of where it comes from, held against the branch and the calendar.</summary>
    private static IEnumerable<Finding> OfOrigin(Session session, CommitInfo branch, string file, (WorkbookClaim Claim, CommitInfo Commit, Model.Registry Registry, PeriodResult Period) origin)
    {
        var (claim, commit) = (origin.Claim, origin.Commit);
        var end = BeijingTime.EndOf(origin.Period.Period.Days.End.PlusDays(-1));
        var (stops, ends) = (Minute(claim.AsOf), Minute(end));
        if (commit.Id != branch.Id && !session.Workspace.Repository!.Holds(branch, commit.Id))
        {
            yield return new(WorkbookRules.CommitNotMerged, Place.StartOf(file),
                new($"提交 {commit.Short}（{Day(commit)}）不在 {branch.Short} 的历史中", $"commit {commit.Short} ({Day(commit)}) is not in the history of {branch.Short}"),
                new("只认合并到主线的提交；要核验另一分支，用 --at 指明", "only what was merged counts; name another branch with --at"));
        }

        if (LeftOut(origin.Registry, claim.Contract) is { Count: > 0 } unread)
        {
            yield return new(WorkbookRules.FilesLeftOut, Place.StartOf(file),
                new($"提交 {commit.Short} 有 {unread.Count} 个文件读不进来，数字没有计入：{unread[0]}", $"{English.Count(unread.Count, "file")} of commit {commit.Short} cannot be read, and the figures are without what it would say: {unread[0]}"),
                new("改正这些文件后重新生成", "mend those files and make it again"));
        }

        if (claim.AsOf < end)
        {
            var isChosen = claim.AsOf < Workspace.AsOf(null, origin.Registry, origin.Registry.ContractNamed(claim.Contract));
            yield return new(isChosen ? WorkbookRules.CutOffChosen : WorkbookRules.CutOffBeforeEnd, Place.StartOf(file),
                new($"数字只计到 {stops}，考核期到 {ends} 才结束{(isChosen ? "，而该提交知道得更多" : "")}", $"the figures stop at {stops} and the period ends at {ends}{(isChosen ? "; the commit knows more" : "")}"),
                new("考核期结束后重新生成", "make it again when the period is over"));
        }

        if (claim.Tool != ToolVersion.Current)
        {
            yield return new(WorkbookRules.OtherVersion, Place.StartOf(file),
                new($"写明由 {claim.Tool} 版生成，用 {ToolVersion.Current} 版核验", $"says that version {claim.Tool} wrote it; proved with version {ToolVersion.Current}"),
                new($"有差异时再用 {claim.Tool} 版核验", $"where something differs, ask version {claim.Tool} too"));
        }
    }

    private static List<string> LeftOut(Model.Registry registry, string contract) =>
        registry.Unread.Where(path => Sources.ContractFolders.NameIn(path) is not { } folder || folder == contract).ToList();

    private static List<Text> Said(string file, ComparedWorkbook compared, List<Finding> findings, (WorkbookClaim Claim, CommitInfo Commit, PeriodResult Period) of)
    {
        var (claim, commit) = (of.Claim, of.Commit);
        var errors = findings.Count(finding => finding.Rule.Severity == Severity.Error);
        var outcome =
            errors > 0 ? new($"{errors} 处不同或不能比较", $"differs or cannot be compared: {English.Count(errors, "place")}")
            : compared.IsSigned ? new("已签署；各项数字一致", "signed; every figure identical")
            : compared.Findings.Count == 0 ? new("与登记库在其提交上生成的逐字节相同", "byte for byte what the registry makes of its commit")
            : new Text("显示的内容与登记库在其提交上生成的一致", "shows the same as what the registry makes of its commit");
        return
        [
            new($"{file}：{outcome.Zh}", $"{file}: {outcome.En}"),
            new($"  {claim.Contract} {of.Period.Period.Id} {claim.Volume.Title().Zh}；提交 {commit.Short}（{Day(commit)}）；数据截至 {Minute(claim.AsOf)}",
                $"  {claim.Contract} {of.Period.Period.Id} {claim.Volume.Title().En}; commit {commit.Short} ({Day(commit)}); data up to {Minute(claim.AsOf)}"),
        ];
    }

    private static CommitInfo CommitOf(Session session, string file, WorkbookClaim claim) =>
        (claim.Commit.Length == 40 ? session.Workspace.Repository!.Resolve(claim.Commit) : null) ?? throw new CannotProveException(new(
            $"{file} 写的提交是“{claim.Commit}”，仓库里没有；未提交的报告不能重现", $"{file} names the commit '{claim.Commit}', which the repository does not hold; a report of uncommitted files cannot be made again"));

    private static (Model.Registry Registry, ContractResult Result, PeriodResult Period) ResultOf(Session session, CommitInfo commit, WorkbookClaim claim)
    {
        var registry = session.Workspace.LoadAnew(commit).Registry;
        if (registry.ContractNamed(claim.Contract) is not { } folder)
        {
            throw new CannotProveException(new($"提交 {commit.Short} 里没有合同“{claim.Contract}”", $"commit {commit.Short} has no contract '{claim.Contract}'"));
        }

        var result = ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser, claim.Provisional), claim.AsOf);
        var period = result.Periods.FirstOrDefault(one => one.Period.Id == claim.Period) ?? (claim.Period == "T" && result.Periods.Count == 1 ? result.Periods[0] : null);
        return (registry, result, period ?? throw new CannotProveException(new($"提交 {commit.Short} 里没有周期“{claim.Period}”", $"commit {commit.Short} has no period '{claim.Period}'")));
    }

    /// <summary>The number that the reader tries, where he wrote another than the report's.</summary>
    private static decimal? TriedIn(WorkbookContent content, MadeWorkbook made) =>
        made.ReaderCells.FirstOrDefault(cell => cell.Kind == ReaderKind.Trial) is { } cell
        && content.Sheets.FirstOrDefault(sheet => sheet.Name == cell.Sheet)?.Grid.Cells.GetValueOrDefault(cell.Address) is { Type: 'n', Formula: null } written
        && decimal.TryParse(written.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is not 0 && Math.Abs(number) <= LargestTrial
            ? number
            : null;

    private static string Day(CommitInfo commit) => BeijingTime.DateOf(commit.CommittedAt).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Minute(Instant moment) => Reporting.Clocks.Moment.ShowEnd(moment)[..^3];

    private static VerifiedWorkbook NotOurs(string file, Message why) => new(
        [new(WorkbookRules.NotOurWorkbook, Place.StartOf(file), why, new("用 ./opsreg report 重新生成", "make it again with ./opsreg report"))],
        [new($"{file}：不能当作报告", $"{file}: no report")]);
}
