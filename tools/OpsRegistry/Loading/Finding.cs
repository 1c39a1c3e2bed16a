namespace OpsRegistry.Loading;

/// <summary>One thing wrong, at one place, found by one rule.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Place">The characters at fault.</param>
/// <param name="Message">What is wrong, with the values: lower case in English, no full stop, no remedy.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record Finding(RuleInfo Rule, Place Place, Message Message, Text Help)
{
    /// <summary>
    /// What makes it the same finding, however its words and lines change: its rule, its file and the values that it speaks of. Equal ones are counted
    /// (<see cref="FindingIdentity.Number"/>).
    /// </summary>
    public FindingIdentity Identity => new(Rule.Id, Place.Path, Message.Values);

    /// <summary>A word or two under the excerpt's carets; empty for none.</summary>
    public Text Label { get; init; } = new("", "");

    /// <summary>The one change that mends it, where there is only one and it cannot be wrong; null where a person has to decide.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Other places that make the finding understandable, e.g. the first of two equal names.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];
}

/// <summary>A second place that a finding speaks of, and what stands there.</summary>
internal sealed record RelatedPlace(Place Place, Text Note);

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Id"><c>OPS</c> and three digits; given once, for ever.</param>
/// <param name="Name">The fault's name in PascalCase, e.g. <c>DuplicateKey</c>.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Severity">How much it weighs.</param>
internal sealed record RuleInfo(string Id, string Name, Text Title, Severity Severity)
{
    /// <summary>True where a file with the fault is left out, so that no later rule has seen it: what else is found may be its consequence.</summary>
    public bool KeepsFileOut { get; init; }

    /// <summary>True for what may appear without the file that it stands at having changed, and must be seen when it does: it is never folded into a count.</summary>
    public bool IsAlarm { get; init; }
}

/// <summary>How much a finding weighs: errors make <c>check</c> exit with 1.</summary>
internal enum Severity
{
    /// <summary>The registry cannot be trusted until it is mended.</summary>
    [Title("错误", "error")]
    Error,

    /// <summary>Probably wrong, or wrong soon; figures are still computed.</summary>
    [Title("警告", "warning")]
    Warning,

    /// <summary>Worth knowing, e.g. an interpretation that still needs a decision.</summary>
    [Title("提示", "note")]
    Note,
}
