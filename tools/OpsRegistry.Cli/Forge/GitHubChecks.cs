using Octokit;

namespace OpsRegistry.Cli.Forge;

/// <content>Checks with remarks on lines.</content>
public sealed partial class GitHubForge
{
    /// <inheritdoc/>
    public Task CreateCheckRun(CheckRun run) => Ask(Operation.WriteCheck, async () =>
    {
        var portions = run.Annotations.Chunk(AnnotationsAtOnce).ToList();
        var asked = new NewCheckRun(run.Name, run.HeadSha)
        {
            Status = CheckStatus.Completed,
            CompletedAt = policy.Now(),
            Conclusion = run.Conclusion switch
            {
                StatusState.Success => CheckConclusion.Success,
                StatusState.Failure => CheckConclusion.Failure,
                StatusState.Pending => CheckConclusion.ActionRequired,
                _ => CheckConclusion.Cancelled,
            },
            Output = Output(run, portions.FirstOrDefault() ?? []),
        };
        // Asked before the first attempt: what is newer than this is ours.
        var before = await NewestRun(run) is { } older ? older.Id : 0;
        var created = await policy.CreateOnce(
            () => client.Check.Run.Create(settings.Owner, settings.Name, asked),
            async () => await NewestRun(run) is { } newest && newest.Id > before ? newest : null);
        for (var index = 1; index < portions.Count; index++)
        {
            await Append(created.Id, Output(run, portions[index]), ((index + 1) * AnnotationsAtOnce) - (AnnotationsAtOnce - portions[index].Length));
        }

        return created;
    });

    /// <summary>Adds a portion of annotations; a portion that arrived although the answer did not is not sent twice.</summary>
    private Task<Octokit.CheckRun> Append(long id, NewCheckRunOutput portion, int afterwards) => policy.CreateOnce(
        () => client.Check.Run.Update(settings.Owner, settings.Name, id, new CheckRunUpdate { Output = portion }),
        async () => await client.Check.Run.Get(settings.Owner, settings.Name, id) is { } now && now.Output.AnnotationsCount >= afterwards ? now : null);

    private async Task<Octokit.CheckRun?> NewestRun(CheckRun run) =>
        (await client.Check.Run.GetAllForReference(settings.Owner, settings.Name, run.HeadSha, new CheckRunRequest { CheckName = run.Name })).CheckRuns.MaxBy(found => found.Id);

    private static NewCheckRunOutput Output(CheckRun run, IReadOnlyList<CheckAnnotation> annotations) => new(Shortened(run.Title, 255), Shortened(run.Summary, 65_000))
    {
        Annotations = annotations.Select(annotation => new NewCheckRunAnnotation(annotation.Path, annotation.Line, annotation.Line, annotation.Level switch
        {
            AnnotationLevel.Notice => CheckAnnotationLevel.Notice,
            AnnotationLevel.Warning => CheckAnnotationLevel.Warning,
            _ => CheckAnnotationLevel.Failure,
        }, Shortened(annotation.Message, LongestAnnotation))
        {
            Title = Shortened(annotation.Title, 255),
        }).ToList(),
    };
}
