namespace OpsRegistry.Tests.Verifying;

/// <summary>One file of a commit.</summary>
internal sealed record MadeFile(string Text, bool IsExecutable)
{
    public bool IsReadable => !Text.Contains("[fault", StringComparison.Ordinal);

    /// <summary>What it says beside its name and its comments.</summary>
    public string Said => string.Join('\n', Text.Split('\n').Where(line => !line.StartsWith('#') && !line.StartsWith("  name: ", StringComparison.Ordinal)));
}

/// <summary>A step of the main line.</summary>
/// <param name="Others">How many other lines it joins.</param>
/// <param name="Base">Of a merge of two lines, what they had in common; null where that is nothing.</param>
/// <param name="Theirs">Of a merge of two lines, what the other one held.</param>
internal sealed record MadeStep(
    SortedDictionary<string, MadeFile> Before, SortedDictionary<string, MadeFile> After, DateTimeOffset AtBefore, DateTimeOffset At, int Others, SortedDictionary<string, MadeFile>? Base, SortedDictionary<string, MadeFile>? Theirs);
