namespace OpsRegistry.Cli.Forge;

/// <summary>How long verbs wait for a forge.</summary>
public static class Patience
{
    /// <summary>By the machine's clock.</summary>
    public static RetryPolicy Usual { get; } = new() { Now = () => DateTimeOffset.UtcNow, Delay = Task.Delay };
}
