using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>A whole request, from a vendor's fork to the release of the period, against the forge; the script is a golden file.</summary>
public sealed class WholeRequestTests
{
    private const string Contract = "ops-registry/contracts/harbour-2026/";
    private const string Incident = Contract + "records/2026/03/incident-2026-0008.yaml";

    private const string Rights = """
        apiVersion: ops-registry/v1
        kind: Rights
        metadata:
          name: rights
          provenance: sample
        spec:
          grants:
            - team: "@harbour/vendor"
              accounts: [harbour-vendor-desk]
              role: vendor
              party: harbour-vendor
              contracts: [harbour-2026]
              changes: [records, masterData, claims]
              approves: [claims]
            - team: "@harbour/office"
              accounts: [harbour-office-desk]
              role: purchaser
              party: harbour-office
              contracts: [harbour-2026]
              changes: [records, masterData, claims, decisions, governance]
              approves: [records, masterData, claims, decisions, governance]

        """;

    private const string Record = """
        apiVersion: ops-registry/v1
        kind: Incident
        metadata:
          name: incident-2026-0008
          contract: harbour-2026
          provenance: sample
        spec:
          summary: 泊位看板停止刷新
          category: fault
          systems: [scheduling]
          channel: phone
          reportedAt: 2026-03-20T10:00:00+08:00
          respondedAt: 2026-03-20T10:10:00+08:00
          restoredAt: 2026-03-20T13:00:00+08:00
          resolvedAt: 2026-03-20T09:00:00+08:00
          interruptions:
            - from: 2026-03-20T10:00:00+08:00
              to: 2026-03-20T13:00:00+08:00
          seriousImpact: "yes"
          attributable: true
          causeCategory: defect
          responders: [harbour-op-01]

        """;

    [Theory]
    [InlineData("GitHub", "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", "expected/forge-whole-request.txt")]
    [InlineData("Gitea", "PATCH /repos/{owner}/{repo}/issues/comments/{id}", "expected/forge-whole-request-gitea.txt")]
    [InlineData("Gitee", "PATCH /repos/{owner}/{repo}/pulls/comments/{id}", "expected/forge-whole-request-gitee.txt")]
    [InlineData("GitLab", "PUT /projects/{id}/merge_requests/{iid}/notes/{note_id}", "expected/forge-whole-request-gitlab.txt")]
    public async Task A_vendors_request_is_judged_mended_merged_and_its_period_released(string forge, string edit, string accepted)
    {
        using var registry = TemporaryRegistry.Harbour();
        registry.Write("ops-registry/rights.yaml", Rights);
        await using var play = await RequestPlay.Begin(GitFixture.Of(registry), Enum.Parse<ForgeKind>(forge));
        play.Scene("the vendor opens a request with an incident whose times are wrong");
        play.Git.StartBranch("fork").Write(Incident, Record).Commit("An incident", At(21));
        play.Push("harbour-vendor-desk");
        Assert.Equal(1, play.Judge().Exit);
        await play.Publish();
        play.Show();

        play.Scene("the same run is delivered again");
        await play.Publish();

        play.Scene($"the vendor mends it, and {forge} cuts the connection while the comment is edited");
        play.Git.Replace(Incident, "resolvedAt: 2026-03-20T09:00", "resolvedAt: 2026-03-20T13:00").Commit("Mended", At(22));
        play.Push("harbour-vendor-desk");
        Assert.Equal(0, play.Judge().Exit);
        play.Server.Fail(edit, new Failure.CutAfterwards());
        await play.Publish();
        play.Show();

        play.Scene("the purchaser merges it; the period is over and evaluated: its reports, marked provisional, become a release and an issue");
        play.Name(play.Git.SwitchTo("main").Merge("fork", At(23)), "merged");
        play.Server.Repository.Requests[1].IsOpen = false;
        play.Git.CheckOut();
        var reports = Path.Combine(play.Folder, "assessment");
        Assert.Equal(0, play.Git.Run("report", "harbour-2026", "--period", "P1", "--output", reports).Exit);
        Assert.Equal(3, (await play.Step("release", "--from", reports)).Exit); // the amount of its band must be agreed: not final, and nothing is released
        Assert.Empty(play.Server.Repository.Released);
        await play.Step("release", "--from", reports, "--also-provisional");
        await play.Step("release", "--from", reports, "--also-provisional");
        var (tag, commit, isPublished, files) = Assert.Single(play.Server.Repository.Released);
        play.Say($"release {tag} at {commit}, {(isPublished ? "published" : "a draft")}: {string.Join(", ", files.Order(StringComparer.Ordinal))}");
        var (title, body) = Assert.Single(play.Server.Repository.Opened);
        play.Say($"issue: {title}\n{body}");
        Golden.Matches(accepted, play.Script);
    }

    private static DateTimeOffset At(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.FromHours(8));
}
