using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli;

/// <summary>One run of a verb: the checkout, what was loaded from it, and how to speak.</summary>
internal sealed class Session
{
    private Session(ParseResult parse, Workspace workspace, string? revision, Func<Session, Loaded> load)
    {
        Parse = parse;
        Workspace = workspace;
        At = revision is not null ? workspace.Commit(revision) : null;
        Loaded = load(this);
        Language = GlobalOptions.LanguageOf(parse, Loaded.Registry.Settings?.Language);
    }

    /// <summary>The command line.</summary>
    public ParseResult Parse { get; }

    /// <summary>The checkout.</summary>
    public Workspace Workspace { get; }

    /// <summary>The commit asked for with <c>--at</c>; null for the work tree.</summary>
    public CommitInfo? At { get; }

    /// <summary>The registry, or what was asked about of it, and what was found wrong while loading it.</summary>
    public Loaded Loaded { get; }

    /// <summary>The language of human output.</summary>
    public Language Language { get; private set; }

    /// <summary>Where results go.</summary>
    public TextWriter Output => Parse.InvocationConfiguration.Output;

    /// <summary>Where progress and complaints go.</summary>
    public TextWriter Error => Parse.InvocationConfiguration.Error;

    /// <summary>Opens the checkout that the command line means.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Session Open(ParseResult parse) => OpenAt(parse, parse.GetValue(GlobalOptions.At));

    /// <summary>Opens the checkout that the command line means, at another commit than it names.</summary>
    /// <param name="revision">A branch, a tag or an id; null for the work tree.</param>
    /// <exception cref="UsageException">There is no checkout, or no such commit.</exception>
    public static Session OpenAt(ParseResult parse, string? revision) => new(parse, Find(parse), revision, session => session.Load(null));

    /// <summary>
    /// Opens the checkout for a verb that asks about one contract: what is read is its folder, and the files that all contracts share. Everything is read
    /// where no contract is named, or none that is there.
    /// </summary>
    /// <param name="contract">The contract's name, or null for all.</param>
    /// <exception cref="UsageException">There is no checkout.</exception>
    public static Session Open(ParseResult parse, string? contract) => contract is null
        ? Open(parse)
        : new(parse, Find(parse), parse.GetValue(GlobalOptions.At), session => session.Load([contract]) is var part && part.Registry.ContractNamed(contract) is not null ? part : session.Load(null));

    /// <summary>Opens the checkout for a part of the contracts: what is read is their folders, and the files that all contracts share.</summary>
    /// <param name="folders">The contracts' folders.</param>
    /// <param name="schemas">The schemas that judge, where they are at hand; null to read those beside the registry.</param>
    /// <exception cref="UsageException">There is no checkout.</exception>
    public static Session OpenSome(ParseResult parse, IReadOnlyCollection<string> folders, SchemaSet? schemas = null) =>
        new(parse, Find(parse), parse.GetValue(GlobalOptions.At), session => session.Load(folders, schemas));

    /// <summary>The same session, speaking a language.</summary>
    public Session In(Language language)
    {
        Language = language;
        return this;
    }

    /// <summary>Opens the checkout for a verb that asks about no contract: what is read is the files that all contracts share.</summary>
    /// <exception cref="UsageException">There is no checkout.</exception>
    public static Session OpenShared(ParseResult parse) => new(parse, Find(parse), parse.GetValue(GlobalOptions.At), session => session.Load([]));

    /// <summary>The checkout that the command line means, of which nothing is loaded yet.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Workspace Find(ParseResult parse)
    {
        var start = parse.GetValue(GlobalOptions.Root) ?? Directory.GetCurrentDirectory();
        var isOfWorkTree = parse.GetValue(GlobalOptions.At) is null;
        if (isOfWorkTree)
        {
            // A run that was to leave nothing of a registry may have been cut off when there was nothing left to find it by.
            FileSet.Complete(start);
        }

        var workspace = Workspace.Find(start) ?? throw new UsageException(new(
            $"“{start}”及其上级文件夹里没有 ops-registry/",
            $"neither '{start}' nor any folder above it holds ops-registry/"));
        if (isOfWorkTree)
        {
            // What a run that was cut off has half in its place is not what anybody filed.
            FileSet.Complete(workspace.Root);
        }

        return workspace;
    }

    /// <summary>The contracts asked for.</summary>
    /// <param name="name">A name, or null for all.</param>
    /// <exception cref="UsageException">No contract has the name.</exception>
    public IReadOnlyList<ContractFolder> Contracts(string? name)
    {
        if (name is null)
        {
            return Loaded.Registry.Contracts;
        }

        return Loaded.Registry.ContractNamed(name) is { } contract
            ? [contract]
            : throw new UsageException(Misuse.With(
                new($"没有名为“{name}”的合同；现有：{Names("、")}", $"no contract is named '{name}'; there are: {Names(", ")}"),
                Nearest.Meant(name, Loaded.Registry.Contracts.ToDictionary(contract => contract.Name, contract => contract.Terms.Title, StringComparer.Ordinal))));
    }

    /// <summary>The contracts whose terms stand in a folder: one, or none where they cannot be read.</summary>
    public IReadOnlyList<ContractFolder> ContractsIn(string folder) => Loaded.Registry.Contracts.Where(contract => Sources.ContractFolders.NameIn(contract.Contract.Path) == folder).ToList();

    /// <summary>The errors that kept files out of what was loaded.</summary>
    public IEnumerable<Finding> Errors => Loaded.Findings.Where(finding => finding.Rule.Severity == Severity.Error);

    /// <summary>How many errors stand in a contract's folder.</summary>
    /// <param name="folder">The folder; null for the files that all contracts share.</param>
    public int ErrorsIn(string? folder) => Errors.Count(finding => Sources.ContractFolders.NameIn(finding.Place.Path) == folder);

    /// <summary>A contract's cut-off: the one asked for with <c>--as-of</c>, or its own, or the registry's.</summary>
    public Instant AsOf(Option<string?> option, ContractFolder contract) => Workspace.AsOf(Parse.GetValue(option), Loaded.Registry, contract);

    /// <summary>The latest cut-off of some contracts, up to which a list of all of them is told.</summary>
    public Instant AsOf(Option<string?> option, IReadOnlyList<ContractFolder> contracts) =>
        contracts.Count > 0 ? contracts.Max(contract => AsOf(option, contract)) : Workspace.AsOf(Parse.GetValue(option), Loaded.Registry);

    /// <summary>The national working calendar.</summary>
    public WorkCalendar Calendar => Calendars.Build(Loaded.Registry, Parse.GetValue(GlobalOptions.Provisional));

    /// <summary>The working calendar of a contract's purchaser.</summary>
    public WorkCalendar CalendarOf(ContractFolder contract) =>
        Calendars.For(Loaded.Registry, contract.Terms.Purchaser, Parse.GetValue(GlobalOptions.Provisional));

    /// <summary>Runs the straight line on a contract.</summary>
    /// <exception cref="FigureException">Something in the contract cannot be computed.</exception>
    public ContractResult Result(ContractFolder contract, Instant asOf) => Guarded(contract, () => ContractRunner.Run(contract, CalendarOf(contract), asOf));

    /// <summary>Runs the straight line on every contract up to its cut-off, several at once; the results are in the contracts' order.</summary>
    /// <param name="asOf">The option that may name another cut-off.</param>
    /// <param name="contract">One contract's name, or null for all.</param>
    public IReadOnlyList<ContractResult> Results(Option<string?> asOf, string? contract = null) =>
        Progress.OverAtOnce(this, Contracts(contract), folder => folder.Name, folder => Result(folder, AsOf(asOf, folder)));

    /// <summary>Measures a contract, period by period, without assessing it.</summary>
    /// <exception cref="FigureException">Something in the contract cannot be computed.</exception>
    public IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured(ContractFolder contract, Instant asOf) =>
        Guarded(contract, () => ContractRunner.Measure(contract, CalendarOf(contract), asOf));

    private static T Guarded<T>(ContractFolder contract, Func<T> compute)
        where T : class => StageGuard.Run(contract.Contract.Path, compute, finding => throw new FigureException(finding))!;

    /// <summary>The periods asked for.</summary>
    /// <param name="period">An id, or null for all that have begun.</param>
    /// <exception cref="UsageException">The contract has no such period, or it has not begun.</exception>
    public static IReadOnlyList<PeriodResult> Periods(ContractResult result, string? period)
    {
        if (period is null)
        {
            return result.Periods;
        }

        return result.Periods.FirstOrDefault(one => string.Equals(one.Period.Id, period, StringComparison.OrdinalIgnoreCase)) is { } found
            ? [found]
            : throw NoSuchPeriod(result.Folder.Name, period, result.Periods.Select(one => one.Period.Id));
    }

    /// <summary>The complaint about a period that a contract has not, or not yet.</summary>
    public static UsageException NoSuchPeriod(string contract, string period, IEnumerable<string> begun)
    {
        var known = string.Join(" ", begun);
        return new(new(
            $"合同“{contract}”在截止日前没有考核周期“{period}”；已开始的有：{known}",
            $"contract '{contract}' has no period '{period}' before the cut-off; begun are: {known}"));
    }

    /// <summary>What reports of this run say of where they come from.</summary>
    public ReportOrigin Origin() =>
        ReportOrigin.State(Loaded.Registry, (At ?? Workspace.CleanCommit())?.Id ?? ReportOrigin.Uncommitted, ToolVersion.Current) with
        {
            IsProvisional = Parse.GetValue(GlobalOptions.Provisional),
        };

    /// <summary>The same with what git says of the files, for reports that show it.</summary>
    public ReportOrigin OriginWithHistory() => Origin() with { History = RegistryHistory.Read(Workspace.Repository, At) };

    /// <summary>Says on the error stream what is wrong with files, where a verb goes on without them.</summary>
    /// <returns><see cref="ExitCode.Findings"/> where files could not be read, else <see cref="ExitCode.Clean"/>.</returns>
    public int ReportUnreadable() => ReportUnreadable(Errors.Count());

    /// <summary>Says on the error stream that so many errors kept files out.</summary>
    /// <returns><see cref="ExitCode.Findings"/> where there are any, else <see cref="ExitCode.Clean"/>.</returns>
    public int ReportUnreadable(int errors)
    {
        if (errors == 0)
        {
            return ExitCode.Clean;
        }

        Error.WriteLine(new Text(
            $"opsreg：{errors} 处错误使部分文件没有计入，见 ./opsreg check",
            $"opsreg: {English.Count(errors, "error")} kept files out of these figures, see ./opsreg check").In(Language));
        return ExitCode.Findings;
    }

    /// <summary>How many files a contract's figures would have to do without: its own and those that all share.</summary>
    public int LeftOut(ContractFolder contract) => Loaded.Registry.Unread.Count(path => Sources.ContractFolders.NameIn(path) is not { } folder || folder == contract.Name);

    /// <summary>Says that nothing is written of a contract, because files of it cannot be read; nothing is said where all can.</summary>
    /// <returns>True where it was said.</returns>
    public bool Refuses(ContractFolder contract)
    {
        var files = LeftOut(contract);
        if (files > 0)
        {
            Error.WriteLine(new Text(
                $"opsreg：{contract.Name}：{files} 个文件读不进来，没有写出任何文件；改正后再运行，见 ./opsreg check",
                $"opsreg: {contract.Name}: {English.Count(files, "file")} cannot be read, so nothing was written; mend that first, see ./opsreg check").In(Language));
        }

        return files > 0;
    }

    /// <summary>Says which dates the calendar does not cover.</summary>
    /// <returns><see cref="ExitCode.CannotVerify"/> where there are any, else <see cref="ExitCode.Clean"/>.</returns>
    public int ReportUncovered(ContractResult result) => ReportUncovered(result.Folder.Name, result.UncoveredDates.Concat(result.UncoveredDays).Distinct());

    /// <inheritdoc cref="ReportUncovered(ContractResult)"/>
    public int ReportUncovered(IEnumerable<ContractResult> results) => results.Select(ReportUncovered).Prepend(ExitCode.Clean).Max();

    /// <summary>The lines that say which dates the calendar does not cover.</summary>
    public IReadOnlyList<string> Uncovered(ContractResult result) =>
        result.UncoveredDates.Concat(result.UncoveredDays).Distinct().Select(problem => UncoveredLine(result.Folder.Name, problem)).ToList();

    /// <summary>Says which dates the calendar does not cover.</summary>
    /// <returns><see cref="ExitCode.CannotVerify"/> where there are any, else <see cref="ExitCode.Clean"/>.</returns>
    public int ReportUncovered(string contract, IEnumerable<TargetResult> results, params IEnumerable<ClockProblem.NotCovered> others) =>
        ReportUncovered(contract, results.Select(result => result.Problem).OfType<ClockProblem.NotCovered>().Concat(others).Distinct());

    private int ReportUncovered(string contract, IEnumerable<ClockProblem.NotCovered> problems)
    {
        var exit = ExitCode.Clean;
        foreach (var problem in problems)
        {
            Error.WriteLine(UncoveredLine(contract, problem));
            exit = ExitCode.CannotVerify;
        }

        return exit;
    }

    private string UncoveredLine(string contract, ClockProblem.NotCovered problem) => $"opsreg: {contract}: {problem.Message.In(Language)}; {problem.Help.In(Language)}";

    private Loaded Load(IReadOnlyCollection<string>? contracts, SchemaSet? schemas = null) => Workspace.Load(At, Parse, contracts?.ToHashSet(StringComparer.Ordinal), schemas);

    private string Names(string between) => string.Join(between, Loaded.Registry.Contracts.Select(contract => contract.Name));
}
