namespace OpsRegistry.Loading;

/// <summary>A change that mends a finding. <c>opsreg fix</c> makes it and keeps it only where the finding is gone afterwards and no error came in its place.</summary>
internal abstract record Remedy
{
    private Remedy()
    {
    }

    /// <summary>Characters of one line become others.</summary>
    /// <param name="Place">The characters, quotes included.</param>
    /// <param name="Written">What stands there instead, as it is typed.</param>
    public sealed record Rewrite(Place Place, string Written) : Remedy;

    /// <summary>A file stands elsewhere; its bytes stay.</summary>
    /// <param name="From">Where it stands, from the repository's root.</param>
    /// <param name="To">Where it belongs.</param>
    public sealed record Move(string From, string To) : Remedy;

    /// <summary>A record gets the next number of its kind and contract in a year, in its name and its file's. Which that is, is known when it is made.</summary>
    /// <param name="Name">Where its name stands.</param>
    /// <param name="Year">The year.</param>
    public sealed record Renumber(Place Name, int Year) : Remedy;
}
