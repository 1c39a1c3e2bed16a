namespace OpsRegistry.Samples;

/// <summary>A seeded sequence that is the same on every machine and version (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0, included, to a limit, not included.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    /// <summary>A number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of the items.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
