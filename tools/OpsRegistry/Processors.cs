namespace OpsRegistry;

/// <summary>How much is done at once.</summary>
internal static class Processors
{
    /// <summary>
    /// As much as there are processors. Left to itself the runtime adds a thread whenever work takes long, and each would hold one more contract in memory
    /// without being done sooner.
    /// </summary>
    public static ParallelOptions All { get; } = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
