using System.Runtime.ExceptionServices;

namespace OpsRegistry;

/// <summary>Work on several items at once. What goes wrong with one is thrown as it is, as if they had been done one after another.</summary>
internal static class AtOnce
{
    /// <summary>Does the work on every item.</summary>
    public static void Over<TItem>(IReadOnlyList<TItem> items, Action<TItem> work) => Over(items, item =>
    {
        work(item);
        return true;
    });

    /// <summary>Makes something of every item, in the items' order.</summary>
    public static IReadOnlyList<TResult> Over<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> make)
    {
        var made = new TResult[items.Count];
        var failed = new Exception?[items.Count];
        Parallel.For(0, items.Count, Processors.All, (index, state) =>
        {
#pragma warning disable CA1031 // Whatever it is, it is thrown again.
            try
            {
                made[index] = make(items[index]);
            }
            catch (Exception failure)
            {
                failed[index] = failure;
                state.Break();
            }
#pragma warning restore CA1031
        });
        if (failed.FirstOrDefault(failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return made;
    }
}
