namespace OpsRegistry.Cli.Forge;

/// <summary>Carries out a comment's plan so that runs that overlap end with one comment.</summary>
public static class CommentPoster
{
    private const int MostRounds = 3;

    /// <summary>Brings the comment under a request up to date.</summary>
    /// <param name="forge">The forge.</param>
    /// <param name="number">The request.</param>
    /// <param name="head">The commit judged.</param>
    /// <param name="body">What the comment shall say; null for nothing.</param>
    /// <returns>What was done first.</returns>
    public static async Task<CommentPlan> Post(IForge forge, int number, string head, string? body)
    {
        CommentPlan? first = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var comments = await forge.GetAllComments(number);
            // Asked last, for this is what decides whether the verdict is still wanted.
            var isNewest = (await forge.GetPullRequest(number)).HeadSha == head;
            var plan = CommentPlan.Decide(comments, await forge.GetLogin(), body, isNewest);
            first ??= plan;
            await CarryOut(forge, number, plan);
            // Another run may have written at the same time: only a look afterwards tells.
            if (plan is CommentPlan.Leave)
            {
                break;
            }
        }

        return first!;
    }

    private static async Task CarryOut(IForge forge, int number, CommentPlan plan)
    {
        foreach (var id in plan.Surplus)
        {
            await forge.DeleteComment(id);
        }

        switch (plan)
        {
            case CommentPlan.Create create:
                await forge.CreateComment(number, create.Body);
                break;
            case CommentPlan.Update update:
                await forge.UpdateComment(update.Id, update.Body);
                break;
            default:
                break;
        }
    }
}
