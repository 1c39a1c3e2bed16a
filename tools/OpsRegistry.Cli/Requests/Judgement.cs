using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Requests;

/// <summary>A change, judged by its base, and where the files of its head can be looked at.</summary>
/// <param name="Review">What was found.</param>
/// <param name="Sheet">The same as it is handed on.</param>
/// <param name="FilesAddress">The address under which the head's files can be linked; null for nowhere.</param>
internal sealed record Judgement(Review Review, ReviewDocument Sheet, string? FilesAddress)
{
    /// <summary>What the process tells its caller.</summary>
    public int Exit => Review.Verdict == Verdict.Refused ? ExitCode.Findings : Review.Uncovered.Count > 0 ? ExitCode.CannotVerify : ExitCode.Clean;

    /// <summary>Whether the change may be merged, as a status says it.</summary>
    public static Forge.StatusState StateOf(ReviewDocument sheet) => sheet.Verdict == Verdict.Refused ? Forge.StatusState.Failure : Forge.StatusState.Success;

    /// <summary>Judges a change from blobs: nothing of it is checked out.</summary>
    /// <param name="parse">The command line, which says whether results of earlier runs are used.</param>
    /// <param name="basis">The commit whose schemas, terms and rights judge.</param>
    /// <param name="head">The commit to be judged.</param>
    /// <param name="claims">Who answers for it, and when.</param>
    /// <returns>Null, with the reason on the error stream, where a shallow clone does not hold the history that both have in common.</returns>
    /// <exception cref="UsageException">The two commits have no history in common.</exception>
    public static Judgement? Make(ParseResult parse, Workspace workspace, CommitInfo basis, CommitInfo head, JudgedClaims claims)
    {
        var git = workspace.Repository!;
        if (git.MergeBase(basis, head) is not { } common)
        {
            if (!git.IsShallow)
            {
                throw new UsageException(new($"{basis.Short} 与 {head.Short} 没有共同历史", $"{basis.Short} and {head.Short} have no history in common"));
            }

            parse.InvocationConfiguration.Error.WriteLine(new Text(
                "opsreg：浅克隆里看不到两次提交的共同历史，无法比较；先运行 git fetch --unshallow",
                "opsreg: a shallow clone does not hold the common history of the two commits: run git fetch --unshallow first").In(GlobalOptions.LanguageOf(parse)));
            return null;
        }

        using var line = Progress.Begin(parse, GlobalOptions.LanguageOf(parse));
        var schemas = workspace.Schemas(basis);
        var cache = CacheFolder.Open(parse, schemas);
        var readings = new ReadingCache(cache);
        var review = Reviewer.Review(new()
        {
            Base = Progress.Watch(line, git.SourceOf(basis)),
            Head = Progress.Watch(line, git.SourceOf(head)),
            Files = git.Changes(common, head),
            Schemas = schemas,
            Trees = new TreeCache(cache),
            Readings = readings,
            Judged = new JudgedRegistries(cache),
            MergedAt = claims.MergedAt,
            AsOf = claims.AsOf,
            AcceptProvisional = parse.GetValue(GlobalOptions.Provisional),
            Actor = claims.Actor,
            ApprovedBy = claims.Approvers,
            CameIn = path => git.CameIn(basis, path),
        });
        readings.Keep();
        cache?.Trim();
        return new(review, ReviewDocumentWriter.From(review, new(basis.Id, head.Id) { FilesAddress = claims.FilesAddress }), claims.FilesAddress);
    }
}

/// <summary>What is said of a change by whoever asks for the judgement.</summary>
/// <param name="Actor">The account that answers for it; null where rights are not checked.</param>
/// <param name="MergedAt">The time of the merge, from which lateness counts.</param>
/// <param name="AsOf">The cut-off; null for the registry's own.</param>
/// <param name="FilesAddress">The address under which the head's files can be linked.</param>
internal sealed record JudgedClaims(string? Actor, Instant MergedAt, Instant? AsOf, string? FilesAddress)
{
    /// <summary>The option that names the accounts that approve a change.</summary>
    public static Option<string[]> ApprovedBy { get; } = new("--approved-by") { Description = "批准了这一变更的平台账号，可写多次；一方的同意须有该方账号在内 / accounts that approved this change, perhaps several; a party's consent needs an account of that party", HelpName = "account" };

    /// <summary>The accounts that approve the change as it stands.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>The accounts that a command line names.</summary>
    public static IReadOnlyList<string> Approvals(ParseResult parse) => parse.GetValue(ApprovedBy) ?? [];

    /// <summary>The time of the merge that a command line names.</summary>
    /// <param name="asked">A date, a time with offset, <c>commit</c> for the head's own time, or null for now.</param>
    public static Instant TimeOf(string? asked, CommitInfo head) => asked switch
    {
        null => SystemClock.Instance.GetCurrentInstant(),
        "commit" => head.CommittedAt,
        _ => Workspace.AsOf(asked, null),
    };
}
