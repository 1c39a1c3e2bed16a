using System.Globalization;
using System.Text;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Reporting.Forms;

namespace OpsRegistry.Cli.Counter;

/// <summary>Does what a plan says: branch, pull request, one answer in the issue that is kept up to date.</summary>
public static class CounterWork
{
    /// <summary>Does it; doing it twice changes nothing more.</summary>
    /// <returns>The pull request's number; null where the form was refused.</returns>
    public static async Task<int?> Do(CounterPlan plan, IForge forge)
    {
        int? number = plan.Filing is { } filing ? await File(filing, forge) : null;
        var reply = plan.Reply.Replace(IntakeReply.NumberToCome, number?.ToString(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal);
        var login = await forge.GetLogin();
        var last = (await forge.GetAllComments(plan.Issue)).LastOrDefault(comment => comment.Author == login && comment.Body.StartsWith(IntakeReply.Marker, StringComparison.Ordinal));
        switch (last)
        {
            case null:
                await forge.CreateComment(plan.Issue, reply);
                break;
            case { } old when old.Body.ReplaceLineEndings("\n").TrimEnd() != reply.TrimEnd():
                await forge.UpdateComment(old.Id, reply);
                break;
        }

        return number;
    }

    private static async Task<int> File(CounterFiling filing, IForge forge)
    {
        var files = new Dictionary<string, byte[]> { [filing.Path] = Encoding.UTF8.GetBytes(filing.Text) };
        await forge.CreateCommit(new(filing.Base, filing.Branch, filing.Message, files) { Date = filing.Time });
        return (await forge.CreatePullRequest(new(filing.Base, filing.Branch, filing.Title, filing.Body))).Number;
    }
}
