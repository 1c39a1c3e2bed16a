namespace OpsRegistry.Cli.Forge;

/// <summary>Carries out a comment's plan so that runs that overlap end with one comment.</summary>
internal static class CommentPoster
{
    private const int MostRounds = 3;

    /// <summary>Brings the comment with a verdict under a request up to date, unless the request has moved on.</summary>
    /// <param name="body">What the comment shall say; null for nothing.</param>
    /// <returns>What was done first.</returns>
    public static Task<CommentPlan> Post(IForge forge, int number, string head, string? body) =>
        Post(forge, Discussion.UnderRequest(number), CommentPlan.VerdictMark, body, async () => (await forge.GetPullRequest(number)).HeadSha == head);

    /// <summary>Brings our comment with a mark up to date.</summary>
    /// <param name="mark">The first line by which the comment is known.</param>
    /// <param name="body">What it shall say below the mark; null for nothing.</param>
    /// <param name="isWanted">Asked last: whether it is still wanted.</param>
    /// <returns>What was done first.</returns>
    public static async Task<CommentPlan> Post(IForge forge, Discussion place, string mark, string? body, Func<Task<bool>> isWanted)
    {
        CommentPlan? first = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var comments = await forge.GetAllComments(place);
            var plan = CommentPlan.Decide(comments, await forge.GetLogin(), mark, body, await isWanted());
            first ??= plan;
            await CarryOut(forge, place, plan);
            // Another run may have written at the same time: only a look afterwards tells.
            if (plan is CommentPlan.Leave)
            {
                break;
            }
        }

        return first!;
    }

    private static async Task CarryOut(IForge forge, Discussion place, CommentPlan plan)
    {
        foreach (var id in plan.Surplus)
        {
            await forge.DeleteComment(place, id);
        }

        switch (plan)
        {
            case CommentPlan.Create create:
                await forge.CreateComment(place, create.Body);
                break;
            case CommentPlan.Update update:
                await forge.UpdateComment(place, update.Id, update.Body);
                break;
            case CommentPlan.Leave:
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{plan}");
        }
    }
}
