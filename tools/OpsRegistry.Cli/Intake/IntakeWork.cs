using OpsRegistry.Cli.Forge;
using OpsRegistry.Reporting.Forms;

namespace OpsRegistry.Cli.Intake;

/// <summary>Does what a plan says: branch, pull request, one answer in the issue that is kept up to date.</summary>
internal static class IntakeWork
{
    /// <summary>Does it; doing it twice changes nothing more.</summary>
    /// <returns>The pull request's number; null where the form was refused.</returns>
    public static async Task<int?> Do(IntakePlan plan, IForge forge)
    {
        int? number = plan.Filing is { } filing ? await File(filing, forge) : null;
        var reply = plan.Reply.Replace(IntakeReply.NumberToCome, number?.ToString(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal);
        await CommentPoster.Post(forge, Discussion.UnderIssue(plan.Issue), IntakeReply.Marker, reply[(IntakeReply.Marker.Length + 1)..], () => Task.FromResult(true));
        return number;
    }

    private static async Task<int> File(IntakeFiling filing, IForge forge)
    {
        var files = filing.Files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal);
        await forge.CreateCommit(new(filing.Base, filing.Branch, filing.Message, files) { Date = filing.Time });
        return (await forge.CreatePullRequest(new(filing.Base, filing.Branch, filing.Title, filing.Body))).Number;
    }
}
