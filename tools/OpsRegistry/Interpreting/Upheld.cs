namespace OpsRegistry.Interpreting;

/// <summary>Which of the disputes that nobody has ruled on count as upheld: none of them unless it is said.</summary>
internal readonly record struct Upheld
{
    private readonly bool all;
    private readonly string? only;

    private Upheld(bool all, string? only) => (this.all, this.only) = (all, only);

    /// <summary>None: a result as found.</summary>
    public static Upheld None => default;

    /// <summary>All of them: the other end of the range in dispute.</summary>
    public static Upheld All { get; } = new(true, null);

    /// <summary>One of them alone.</summary>
    /// <param name="dispute">Its name.</param>
    public static Upheld Only(string dispute) => new(false, dispute);

    /// <summary>Whether an open dispute counts as upheld.</summary>
    public bool Counts(string dispute) => all || only == dispute;
}
