using System.Text.Json;
using System.Text.Json.Serialization;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Ownership;

/// <summary>
/// Writes <c>.github/rulesets/main.json</c>, which GitHub imports (Settings, Rules, Import a ruleset): nobody gets into the main branch but by a request
/// that an owner approved and that was judged at its exact head.
/// </summary>
internal static class RulesetFile
{
    /// <summary>Where it stands, from the repository's root.</summary>
    public const string Path = ".github/rulesets/main.json";

    /// <summary>The status that a request needs.</summary>
    public const string RequiredStatus = "ops-registry/verdict";

    /// <summary>GitHub's number for its own Actions: a status of that name by anybody else does not count.</summary>
    private const int GitHubActions = 15368;

    private static readonly JsonSerializerOptions AsGitHubNames = new(JsonOutput.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output) => JsonOutput.Write(
        output,
        new Ruleset("main: 有审批、有判定才能合并 / approved and judged", "branch", "active", [], new(new(["~DEFAULT_BRANCH"], [])),
        [
            new RulesetRule("deletion"),
            new RulesetRule("non_fast_forward"),
            // Lateness counts from the merge commit, so there must be one.
            new RulesetRule("pull_request") { Parameters = new PullRequestRule(1, true, true, true, true, ["merge"]) },
            new RulesetRule("required_status_checks") { Parameters = new StatusChecksRule(true, [new(RequiredStatus, GitHubActions)]) },
        ]),
        AsGitHubNames);
}

/// <summary>A ruleset by GitHub's own names.</summary>
internal sealed record Ruleset(string Name, string Target, string Enforcement, IReadOnlyList<string> BypassActors, RulesetConditions Conditions, IReadOnlyList<RulesetRule> Rules);

internal sealed record RulesetConditions(RulesetNames RefName);

internal sealed record RulesetNames(IReadOnlyList<string> Include, IReadOnlyList<string> Exclude);

internal sealed record RulesetRule(string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RulesetParameters? Parameters { get; init; }
}

[JsonDerivedType(typeof(PullRequestRule))]
[JsonDerivedType(typeof(StatusChecksRule))]
internal abstract record RulesetParameters;

internal sealed record PullRequestRule(
    int RequiredApprovingReviewCount,
    bool DismissStaleReviewsOnPush,
    bool RequireCodeOwnerReview,
    bool RequireLastPushApproval,
    bool RequiredReviewThreadResolution,
    IReadOnlyList<string> AllowedMergeMethods) : RulesetParameters;

internal sealed record StatusChecksRule(bool StrictRequiredStatusChecksPolicy, IReadOnlyList<RequiredCheck> RequiredStatusChecks) : RulesetParameters;

internal sealed record RequiredCheck(string Context, int IntegrationId);
