namespace OpsRegistry.Reporting.Ownership;

/// <summary>
/// Writes <c>.github/rulesets/main.json</c>, which GitHub imports (Settings, Rules, Import a ruleset): nobody gets into the main branch but by a request
/// that an owner approved and that was judged at its exact head.
/// </summary>
public static class RulesetFile
{
    /// <summary>Where it stands, from the repository's root.</summary>
    public const string Path = ".github/rulesets/main.json";

    /// <summary>The status that a request needs.</summary>
    public const string RequiredStatus = "ops-registry/verdict";

    /// <summary>GitHub's number for its own Actions: a status of that name by anybody else does not count.</summary>
    private const int GitHubActions = 15368;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("name", "main: 有审批、有判定才能合并 / approved and judged");
        json.WriteString("target", "branch");
        json.WriteString("enforcement", "active");
        json.WriteStartArray("bypass_actors");
        json.WriteEndArray();
        json.WriteStartObject("conditions");
        json.WriteStartObject("ref_name");
        json.WriteStrings("include", ["~DEFAULT_BRANCH"]);
        json.WriteStrings("exclude", []);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("rules");
        Rule(json, "deletion", _ => { });
        Rule(json, "non_fast_forward", _ => { });
        Rule(json, "pull_request", parameters =>
        {
            parameters.WriteNumber("required_approving_review_count", 1);
            parameters.WriteBoolean("dismiss_stale_reviews_on_push", true);
            parameters.WriteBoolean("require_code_owner_review", true);
            parameters.WriteBoolean("require_last_push_approval", true);
            parameters.WriteBoolean("required_review_thread_resolution", true);
            // Lateness counts from the merge commit, so there must be one.
            parameters.WriteStrings("allowed_merge_methods", ["merge"]);
        });
        Rule(json, "required_status_checks", parameters =>
        {
            parameters.WriteBoolean("strict_required_status_checks_policy", true);
            parameters.WriteStartArray("required_status_checks");
            parameters.WriteStartObject();
            parameters.WriteString("context", RequiredStatus);
            parameters.WriteNumber("integration_id", GitHubActions);
            parameters.WriteEndObject();
            parameters.WriteEndArray();
        });
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Rule(System.Text.Json.Utf8JsonWriter json, string type, Action<System.Text.Json.Utf8JsonWriter> parameters)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (type is "pull_request" or "required_status_checks")
        {
            json.WriteStartObject("parameters");
            parameters(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
