namespace OpsRegistry.Cli.Forge;

/// <summary>What to do about the one issue that holds a list, decided before anything is done.</summary>
internal abstract record IssuePlan
{
    private IssuePlan()
    {
    }

    /// <summary>There is none, and its day has come: open it.</summary>
    public sealed record Open : IssuePlan;

    /// <summary>It says something else, or was closed: write it anew, open.</summary>
    public sealed record Update(string Number) : IssuePlan;

    /// <summary>Nothing is on the list any more: say so and close it.</summary>
    public sealed record Close(string Number) : IssuePlan;

    /// <summary>There is nothing to do.</summary>
    public sealed record Leave : IssuePlan;

    /// <summary>Decides.</summary>
    /// <param name="issues">The issues with the list's label, open and closed, newest first.</param>
    /// <param name="login">Our own account: only its issues are ever edited.</param>
    /// <param name="notice">What the issue shall say.</param>
    public static IssuePlan Decide(IReadOnlyList<Issue> issues, string login, ListNotice notice)
    {
        var own = issues.FirstOrDefault(issue => issue.Author == login && issue.Body.StartsWith(notice.Mark, StringComparison.Ordinal));
        return (own, notice) switch
        {
            (null, { IsEmpty: false, IsDay: true }) => new Open(),
            (null, _) => new Leave(),
            ({ IsOpen: true }, { IsEmpty: true }) => new Close(own.Number),
            ({ IsOpen: false }, { IsEmpty: true } or { IsDay: false }) => new Leave(),
            _ => own.IsOpen && ForgeText.IsSame(own.Body, notice.Text) ? new Leave() : new Update(own.Number),
        };
    }
}

/// <summary>A list that is shown as one issue, kept up to date.</summary>
/// <param name="List">The list's name, by which its issue is known.</param>
/// <param name="Title">The issue's title.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="IsEmpty">Whether nothing is on the list.</param>
/// <param name="IsDay">Whether the issue is to be opened where there is none: something on the list, or a period, ends today.</param>
internal sealed record ListNotice(string List, string Title, string Body, bool IsEmpty, bool IsDay)
{
    /// <summary>The label of the issues.</summary>
    public const string Label = "waiting";

    /// <summary>The first line of the issue, which nobody sees.</summary>
    public string Mark => $"<!-- opsreg:waiting/{List} -->";

    /// <summary>What the issue says, mark and all.</summary>
    public string Text => $"{Mark}\n{Body}";

    /// <summary>Brings the list's issue up to date; doing it twice changes nothing more.</summary>
    /// <returns>What was done.</returns>
    public async Task<IssuePlan> Post(IForge forge)
    {
        var plan = IssuePlan.Decide(await forge.GetAllIssues(Label), await forge.GetLogin(), this);
        switch (plan)
        {
            case IssuePlan.Open:
                await forge.CreateIssue(new(Title, Text, [Label]));
                break;
            case IssuePlan.Update update:
                await forge.UpdateIssue(update.Number, new(Title, Text, IsOpen: true));
                break;
            case IssuePlan.Close close:
                await forge.UpdateIssue(close.Number, new(Title, Text, IsOpen: false));
                break;
            case IssuePlan.Leave:
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{plan}");
        }

        return plan;
    }
}
