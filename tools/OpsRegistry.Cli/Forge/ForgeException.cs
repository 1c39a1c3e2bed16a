namespace OpsRegistry.Cli.Forge;

/// <summary>The forge refused or could not be reached; the words say what was asked, what it answered and what to do. Exit code 74.</summary>
internal sealed class ForgeException(Text message) : Exception(message.En)
{
    /// <summary>What went wrong, in both languages, on one line.</summary>
    public Text Words { get; } = message;
}

/// <summary>A request that may or may not have been carried out: the connection was cut, or the server failed while it worked.</summary>
internal sealed class UnclearAnswerException(string what) : Exception(what);

/// <summary>An answer that never comes to an end that we would wait for.</summary>
internal sealed class AnswerTooLargeException(string what) : Exception(what);
