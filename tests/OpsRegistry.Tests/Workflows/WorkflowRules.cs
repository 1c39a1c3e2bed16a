using System.Text.RegularExpressions;
using OpsRegistry.Loading;

namespace OpsRegistry.Tests.Workflows;

/// <summary>
/// What a workflow of this repository may not do (docs/workflows.md). Each rule is named after the fault, and has a folder of its own in
/// <c>tests/workflows/bad</c> that shows it.
/// </summary>
internal static partial class WorkflowRules
{
    private static readonly string[] Requested = ["pull_request", "workflow_run", "issues", "issue_comment"];

    /// <summary>Every rule: its name and the places at fault.</summary>
    public static IReadOnlyDictionary<string, Func<Workflow, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<Workflow, IEnumerable<string>>>
    {
        ["UnpinnedAction"] = UnpinnedAction,
        ["PermissionsForAll"] = workflow => workflow.Root["permissions"] is MappingNode { Entries.Count: 0 } ? [] : ["top level: write 'permissions: {}'"],
        ["NoPermissions"] = workflow => workflow.Jobs.Where(job => job.Permissions is null).Select(job => job.Id),
        ["EveryPermission"] = workflow => workflow.Jobs.Where(job => job.Permissions?.ContainsKey("all") == true).Select(job => job.Id),
        ["ExpressionInRun"] = workflow => workflow.Steps.Select(step => step.Run).OfType<string>().Where(run => run.Contains("${{", StringComparison.Ordinal)),
        ["RunIsNotOneCall"] = workflow => workflow.Steps.Select(step => step.Run).OfType<string>().Where(run => !run.Contains("${{", StringComparison.Ordinal) && !OneCall().IsMatch(run)),
        ["CheckoutBesideWriteToken"] = workflow => workflow.Jobs.Where(job => job.MayWrite && job.Steps.Any(step => step.Is("actions/checkout"))).Select(job => job.Id),
        ["WriteTokenOnRequest"] = workflow => workflow.Triggers.Contains("pull_request") ? workflow.Jobs.Where(job => job.MayWrite).Select(job => job.Id) : [],
        ["RequestsOwnTrigger"] = workflow => workflow.Triggers.Where(trigger => trigger is "pull_request_target" or "issue_comment"),
        ["CheckoutOfTheRequest"] = CheckoutOfTheRequest,
        ["CredentialsLeftBehind"] = workflow => workflow.Steps.Where(step => step.Is("actions/checkout") && step.With("persist-credentials") != "false").Select(step => step.Job.Id),
        ["PathsOnRequest"] = PathsOnRequest,
        ["ForeignArtifact"] = workflow => workflow.Steps
            .Where(step => step.Is("actions/download-artifact") && (step.With("run-id") is not null || step.With("artifact-ids") is null))
            .Select(step => step.Job.Id),
        ["NoTimeout"] = workflow => workflow.Jobs.Where(job => job.Text("timeout-minutes") is null && job.Text("uses") is null).Select(job => job.Id),
        ["NoConcurrency"] = workflow => workflow.Root["concurrency"] is MappingNode group && group["group"] is not null ? [] : ["top level"],
        ["MovingRunner"] = workflow => workflow.Jobs.Where(job => job.Text("runs-on")?.EndsWith("-latest", StringComparison.Ordinal) == true).Select(job => job.Id),
        ["SecretInSettings"] = SecretInSettings,
        ["DecidedFromTheCache"] = workflow => workflow.Steps.Select(step => step.Run).OfType<string>().Where(run => Deciding().IsMatch(run) && !run.Contains(" --no-cache", StringComparison.Ordinal)),
        ["ReleasedUnproved"] = ReleasedUnproved,
    };

    /// <summary>The names of the rules that a workflow breaks, each with the first place.</summary>
    public static IReadOnlyList<string> Broken(Workflow workflow) =>
        All.Select(rule => (rule.Key, Places: rule.Value(workflow).ToList())).Where(found => found.Places.Count > 0).Select(found => $"{found.Key}: {found.Places[0]}").ToList();

    // What is released is paid by: the registry and its history are proved before, in the same job.
    private static IEnumerable<string> ReleasedUnproved(Workflow workflow) =>
        from job in workflow.Jobs
        let runs = job.Steps.Select(step => step.Run).OfType<string>().ToList()
        let report = runs.FindIndex(run => run.Contains("opsreg report ", StringComparison.Ordinal))
        where report >= 0 && !new[] { "opsreg check ", "opsreg verify " }.All(proof => runs.Take(report).Any(run => run.Contains(proof, StringComparison.Ordinal)))
        select job.Id;

    // A tag can be moved; 40 figures cannot. The version stands behind them for people.
    private static IEnumerable<string> UnpinnedAction(Workflow workflow) =>
        from line in workflow.Lines
        where UsesLine().IsMatch(line) && !PinnedLine().IsMatch(line)
        select line.Trim();

    // Testing the tool runs the request's code by its nature; it has a token that reads and no secret.
    private static IEnumerable<string> CheckoutOfTheRequest(Workflow workflow) =>
        workflow.Name == "tool" ? [] :
        from step in workflow.Steps
        where step.Is("actions/checkout")
        where step.With("repository") is not null ||
            step.With("ref") is { } named && !named.Contains(".base.", StringComparison.Ordinal) && !named.Contains("default_branch", StringComparison.Ordinal)
            || step.With("ref") is null && workflow.Triggers.Contains("pull_request")
        select step.Job.Id;

    // A job that is skipped counts as passed.
    private static IEnumerable<string> PathsOnRequest(Workflow workflow) =>
        from name in Requested
        let settings = workflow.Trigger(name)
        where settings?["paths"] is not null || settings?["paths-ignore"] is not null
        select name;

    // A token belongs to the one step that needs it, never to a whole job or an action's settings.
    private static IEnumerable<string> SecretInSettings(Workflow workflow) =>
        from text in Scalars(workflow.Root["env"]).Concat(workflow.Jobs.SelectMany(job => Scalars(job.Node["env"]))).Concat(workflow.Steps.SelectMany(step => Scalars(step.Node["with"])))
        where text.Contains("secrets.", StringComparison.Ordinal) || text.Contains("github.token", StringComparison.Ordinal)
        select text;

    private static IEnumerable<string> Scalars(Node? node) => (node as MappingNode)?.Entries.Select(entry => entry.Value).OfType<ScalarNode>().Select(scalar => scalar.Text) ?? [];

    [GeneratedRegex(@"^(bash )?\./(opsreg|test|opsreg\.ps1|tools/release|bench/run)( (-{1,2}[a-z-]+|[A-Za-z0-9][A-Za-z0-9./_-]*|\.artifacts/[A-Za-z0-9./_-]+|""\$[A-Z_]+""))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OneCall();

    [GeneratedRegex(@"opsreg (review|ci|check|report|publish|seal|settle)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Deciding();

    [GeneratedRegex(@"^\s*(- )?uses:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"^\s*(- )?uses: ([\w-]+/[\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+|\./\.github/workflows/[a-z-]+\.yml)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PinnedLine();
}
