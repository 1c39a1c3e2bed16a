namespace OpsRegistry.Cli.Forge;

/// <summary>How patiently a forge is asked. Time and waiting are arguments, so that tests take none.</summary>
internal sealed record RetryPolicy
{
    /// <summary>What verbs use: the machine's clock.</summary>
    public static RetryPolicy Default { get; } = new() { Now = () => DateTimeOffset.UtcNow, Delay = Task.Delay };

    /// <summary>Attempts in all.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; each one after it is twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longer than this is not waited, even where the forge asks for it.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long one answer may take.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes that one answer may have.</summary>
    public int MostBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The time now.</summary>
    public required Func<DateTimeOffset> Now { get; init; }

    /// <summary>Waits.</summary>
    public required Func<TimeSpan, CancellationToken, Task> Delay { get; init; }

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public TimeSpan WaitAfter(int attempt) => FirstWait * (1 << (attempt - 1));

    /// <summary>Creates something that the forge would otherwise create twice: after an unclear answer it looks first.</summary>
    /// <param name="find">What an earlier attempt has created; null where there is nothing.</param>
    internal async Task<T> CreateOnce<T>(Func<Task<T>> create, Func<Task<T?>> find)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await create();
            }
            catch (UnclearAnswerException) when (attempt < Attempts)
            {
                await Delay(WaitAfter(attempt), CancellationToken.None);
                if (await find() is { } found)
                {
                    return found;
                }
            }
        }
    }

    /// <summary>Does something that may be done twice without harm, such as storing bytes by their hash.</summary>
    internal Task<T> Repeat<T>(Func<Task<T>> action)
        where T : class =>
        CreateOnce(action, () => Task.FromResult<T?>(null));
}
