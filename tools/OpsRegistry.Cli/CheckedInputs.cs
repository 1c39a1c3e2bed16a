using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>A registry without errors, of which nothing need be loaded to know whether it is what it was: what a verb that writes much rests on.</summary>
internal sealed class CheckedInputs
{
    private readonly CommitInfo? at;

    private CheckedInputs(ParseResult parse, Workspace workspace, CommitInfo? at, CheckedRegistry registry, ResultCache? cache)
    {
        Parse = parse;
        Workspace = workspace;
        this.at = at;
        Registry = registry;
        Language = GlobalOptions.LanguageOf(parse, registry.Language);
        Cache = cache;
    }

    /// <summary>The command line.</summary>
    public ParseResult Parse { get; }

    /// <summary>The checkout.</summary>
    public Workspace Workspace { get; }

    /// <summary>The registry as it was checked.</summary>
    public CheckedRegistry Registry { get; }

    /// <summary>The language of human output.</summary>
    public Language Language { get; }

    /// <summary>Results of earlier runs; null where none are to be used.</summary>
    public ResultCache? Cache { get; }

    /// <summary>Checks the registry that the command line means; says what is wrong, and gives null, where it has errors.</summary>
    /// <param name="undone">What was therefore not done.</param>
    /// <exception cref="UsageException">There is no checkout, or no such commit.</exception>
    public static CheckedInputs? Check(ParseResult parse, Text undone)
    {
        var workspace = Session.Find(parse);
        var commit = parse.GetValue(GlobalOptions.At) is { } revision ? workspace.Commit(revision) : null;
        var (found, cache) = workspace.Check(commit, parse);
        var inputs = new CheckedInputs(parse, workspace, commit, found, cache);
        return Refuses(parse, inputs.Language, inputs.Registry.Findings, inputs.Registry.Lines, undone) ? null : inputs;
    }

    /// <summary>Says what is wrong, where there are errors, and that therefore nothing was done.</summary>
    /// <param name="undone">What was not done.</param>
    /// <returns>True where it was said.</returns>
    public static bool Refuses(ParseResult parse, Language language, IReadOnlyList<Finding> findings, Func<string, IReadOnlyList<string>?> lines, Text undone)
    {
        if (findings.All(finding => finding.Rule.Severity != Severity.Error))
        {
            return false;
        }

        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        TextFindings.Write(output, findings, lines, language, ToolVersion.UsesColour(output));
        error.WriteLine(new Text($"opsreg：登记库有错误，{undone.Zh}", $"opsreg: the registry has errors, {undone.En}").In(language));
        return true;
    }

    /// <summary>What figures follow from; null where that is not known.</summary>
    /// <param name="verb">What is done with them.</param>
    /// <param name="options">The options that play a part.</param>
    public CacheKey? KeyOfFigures(string verb, params IReadOnlyList<string?> options)
    {
        if (Cache is null || Registry.Contents is not { } contents)
        {
            return null;
        }

        using var digest = new KeyDigest();
        digest.Add(verb).Add(contents).Add(Language.ToString()).Add(Parse.GetValue(GlobalOptions.Provisional).ToString());
        foreach (var option in options)
        {
            digest.Add(option ?? "");
        }

        return digest.Finish();
    }

    /// <summary>What reports follow from, which say of which commit they are and what git says of the files; null where that is not known.</summary>
    /// <param name="verb">What is done with them.</param>
    /// <param name="options">The options that play a part.</param>
    public CacheKey? KeyOfReports(string verb, params IReadOnlyList<string?> options)
    {
        var git = Workspace.Repository;
        return KeyOfFigures(verb, [.. options, at?.Id, git?.Head?.Id, git?.IsShallow.ToString(), (at ?? Workspace.CleanCommit())?.Id ?? ReportOrigin.Uncommitted, ToolVersion.Exact]);
    }
}
