namespace OpsRegistry.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is wrong.</summary>
    public const int Clean = 0;

    /// <summary>There are findings of severity error.</summary>
    public const int Findings = 1;

    /// <summary>The command line means nothing.</summary>
    public const int Misuse = 2;

    /// <summary>Something cannot be verified: the calendar does not reach, the clone is shallow.</summary>
    public const int CannotVerify = 3;

    /// <summary>Our own bug.</summary>
    public const int Bug = 70;

    /// <summary>Reading or writing failed.</summary>
    public const int InputOutput = 74;
}
