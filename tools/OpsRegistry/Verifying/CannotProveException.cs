namespace OpsRegistry.Verifying;

/// <summary>Something that proving needs is not there: exit code 3, never a pass.</summary>
internal sealed class CannotProveException(Text words) : Exception(words.En)
{
    /// <summary>What is missing and what to do, in both languages.</summary>
    public Text Words { get; } = words;
}
