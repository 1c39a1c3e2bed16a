namespace OpsRegistry.Tests;

/// <summary>One small checkout for all tests of a class: the published calendars and next to nothing else, so that it loads at once.</summary>
public sealed class SmallCheckout : IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Tiny();

    internal Outcome Run(params string[] arguments) => registry.Run(arguments);

    /// <inheritdoc/>
    public void Dispose() => registry.Dispose();
}
