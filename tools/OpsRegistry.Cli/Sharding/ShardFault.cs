namespace OpsRegistry.Cli.Sharding;

/// <summary>A part of the contracts cannot be run here, or parts cannot be joined; said with the remedy.</summary>
/// <param name="words">What is wrong and what to do, in both languages.</param>
/// <param name="exit">An <see cref="ExitCode"/>.</param>
internal sealed class ShardFault(Text words, int exit = ExitCode.CannotVerify) : Exception(words.En)
{
    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Text Words { get; } = words;

    /// <summary>The exit code.</summary>
    public int Exit { get; } = exit;
}
