using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli;

/// <summary>Computes what the site shows, contract by contract.</summary>
internal static class SiteComputation
{
    private static readonly Period Ahead = Period.FromDays(30);

    /// <summary>What the site shows of one contract.</summary>
    public static SiteContract Compute(Session session, ContractFolder contract, Instant cutOff)
    {
        var today = BeijingTime.DateEndingAt(cutOff);
        var measured = session.Measured(contract, cutOff);
        var days = new DateSpan(contract.Terms.Term.Start, contract.Terms.Term.End).Intersect(new(BeijingTime.FirstDate, today.PlusDays(1)));
        var result = session.Result(contract, cutOff);
        return new(result, measured, DueList.Build(measured, result, cutOff, today + Ahead), StaffingDays.Count(contract, days, Calendars.For(session.Loaded.Registry, contract.Terms.Purchaser)))
        {
            Notes = NotesOf(session, contract),
            Evidence = session.Loaded.Registry.EvidenceFiles.Where(file => file.Contract == contract.Name).ToList(),
            Document = DocumentCoverage.Of(contract, session.Loaded.Registry.SourceTextsOf(contract.Name)),
            Watches = WatchDays.Count(contract, Calendars.For(session.Loaded.Registry, contract.Terms.Purchaser), days),
        };
    }

    /// <summary>All contracts together.</summary>
    /// <param name="latest">The latest of their cut-offs.</param>
    public static SiteContents Together(Session session, Instant latest, IReadOnlyList<SiteContract> contracts) =>
        Together(session, CutOffs.Of(latest, contracts.Select(contract => (contract.Name, contract.Result.AsOf))), contracts);

    /// <summary>Some of the contracts, told as parts of the whole.</summary>
    /// <param name="cutOffs">The cut-offs of all contracts of the registry.</param>
    public static SiteContents Together(Session session, CutOffs cutOffs, IReadOnlyList<SiteContract> contracts) =>
        new(session.Loaded.Registry.Settings?.Title ?? new("运维登记库", "Operation and maintenance registry"), cutOffs, contracts, session.Origin())
        {
            Repository = RepositoryLinks.Of(session.Loaded.Registry.Settings),
            ReportOrigin = new(session.OriginWithHistory),
            Read = path => Read(session, path),
            SizeOf = path => session.At is null && FileOf(session, path) is { Exists: true, LinkTarget: null } file ? file.Length : Read(session, path)?.Length ?? -1,
            Due = DueList.Together(cutOffs, BeijingTime.DateEndingAt(cutOffs.Latest) + Ahead, contracts.Select(contract => contract.Due).ToList()),
        };

    // The paths are those of files that were loaded: none leads out of the registry.
    private static byte[]? Read(Session session, string path) =>
        session.At is { } commit ? ReadAt(session, commit, path) : FileOf(session, path) is { Exists: true, LinkTarget: null } file ? File.ReadAllBytes(file.FullName) : null;

    // Files of a site are made several at once, and git answers one question at a time.
    private static byte[]? ReadAt(Session session, CommitInfo commit, string path)
    {
        lock (session)
        {
            return session.Workspace.Repository!.Read(commit, path);
        }
    }

    private static FileInfo FileOf(Session session, string path) => new(Path.Combine(session.Workspace.Root, path));

    /// <summary>The notes of all contracts, each after the folder that it stands in: the one thing of the site that no check reads.</summary>
    public static IEnumerable<string> Notes(string root) =>
        Directory.Exists(Path.Combine(root, "ops-registry", "contracts"))
            ? Directory.GetDirectories(Path.Combine(root, "ops-registry", "contracts")).Order(StringComparer.Ordinal).SelectMany(folder => new[] { folder, NotesIn(folder) ?? "" })
            : [];

    private static string? NotesOf(Session session, ContractFolder contract) => NotesIn(Path.Combine(session.Workspace.Root, Path.GetDirectoryName(contract.Contract.Path)!));

    private static string? NotesIn(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, "README.md"));
        return file.Exists && file.LinkTarget is null ? File.ReadAllText(file.FullName, Encoding.UTF8).ReplaceLineEndings("\n") : null;
    }
}
