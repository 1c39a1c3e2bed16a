using System.Text.Json;
using System.Text.RegularExpressions;
using OpsRegistry.Verifying.History;
using OpsRegistry.Verifying.Seals;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Every attack history is caught with its own id, every clean one is silent.</summary>
public sealed partial class HistoryTests
{
    public static TheoryData<string> Attacks => new(HistoryScript.Names("attacks"));

    public static TheoryData<string> Clean => new(HistoryScript.Names("clean"));

    [Theory, MemberData(nameof(Attacks))]
    public void An_attack_is_caught_by_exactly_the_rules_expected(string name)
    {
        var script = HistoryScript.Read(name);
        var outcome = script.Verify();
        Assert.Equal(string.Join(" ", script.Expected), Found(outcome));
        Assert.Equal(script.Exit, outcome.Exit);
        Assert.Equal(Findings(outcome).Distinct(StringComparer.Ordinal), Findings(outcome));
        Golden.Matches($"expected/histories/{name}.txt", Plain(outcome));
    }

    [Theory, MemberData(nameof(Clean))]
    public void A_clean_history_is_silent_but_for_the_note_that_it_was_amended(string name)
    {
        var script = HistoryScript.Read(name);
        var outcome = script.Verify(isTied: true);
        Assert.Equal([], script.Expected.Except(["OPS750"]));
        Assert.Equal(string.Join(" ", script.Expected), Found(outcome));
        Assert.Equal(("", 0), (outcome.Error, outcome.Exit));
        Golden.Matches($"expected/histories/{name}.txt", Plain(outcome));
    }

    [Fact]
    public void There_are_at_least_forty_attacks_and_ten_clean_histories()
    {
        Assert.True(HistoryScript.Names("attacks").Count() >= 40);
        Assert.True(HistoryScript.Names("clean").Count() >= 10);
    }

    [Fact]
    public void Every_rule_that_verifying_applies_is_shown_by_a_history()
    {
        var shown = HistoryScript.Names("attacks").Concat(HistoryScript.Names("clean")).SelectMany(name => HistoryScript.Read(name).Expected).ToHashSet(StringComparer.Ordinal);
        var applied = HistoryCatalog.Infos.Concat(SealRules.All).Select(rule => rule.Id).Concat(HistoryPolicies.All.Select(rule => rule.Id));
        Assert.Equal([], applied.Where(id => !shown.Contains(id)));
    }

    /// <summary>Whoever merged a step, and whatever the forge allowed: what these rules forbid is found in it. The others need to know who asks.</summary>
    [Fact]
    public void What_holds_for_every_step_of_a_branch_whoever_merged_it() =>
        Assert.Equal(
            "RecordsBesideGovernance RecordsBesideCode TermsChangedInPlace FileNotPlain LinkInRegistry SubmoduleInRepository ForbiddenPath RecordDeleted RecordRenamed ProtectedFieldChanged AmendmentNotAgreed " +
            "AmendmentUsedTwice AmendmentDisagrees ClaimChanged DecisionChanged EvidenceReplaced SealedPeriodChanged SealChanged LateFiling LateCompletion FutureRecord MaintenanceFiledLate",
            string.Join(' ', HistoryPolicies.All.Select(rule => rule.Info.Name)));

    /// <summary>All that was said, without ids, counts and hours that change with the schemas, the tool and the clock; how long an id is shown stays.</summary>
    private static string Plain(Outcome outcome) =>
        Ahead().Replace(Version().Replace(Files().Replace(Id().Replace(outcome.Output + outcome.Error, id => $"‹{id.Length}›"), "‹files›"), "‹version›"), "‹hours›").Replace(Path.GetTempPath(), "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[0-9a-f]{7,64}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("(?<=比现在晚 |dated )[0-9.]+(?= 小时| hours ahead of now)", RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    [GeneratedRegex("[0-9]+ (个文件|files)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Files();

    [GeneratedRegex("(?<=tool version |工具版本 )[^ ,，]+", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    /// <summary>The rules that were heard of, each once, by id.</summary>
    internal static string Found(Outcome outcome) => string.Join(" ", Findings(outcome).Select(RuleOf).Distinct().Order(StringComparer.Ordinal));

    private static string RuleOf(string finding)
    {
        using var json = JsonDocument.Parse(finding);
        return json.RootElement.GetProperty("rule").GetString()!;
    }

    /// <summary>Each finding as it is written.</summary>
    private static List<string> Findings(Outcome outcome)
    {
        if (!outcome.Output.StartsWith('{') && !outcome.Output.StartsWith('['))
        {
            return [];
        }

        using var json = JsonDocument.Parse(outcome.Output);
        var findings = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("findings");
        return findings.EnumerateArray().Select(finding => finding.GetRawText()).ToList();
    }
}
