using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>
/// Tries one change after the other in one process. A change that is noticed there is noticed: the same test passes right afterwards without it. One that is not, at a place that one or two
/// tests reach, is tried again in a process of its own: what is made once and kept was made before the change there.
/// </summary>
/// <param name="tests">The built tests.</param>
/// <param name="plan">Which of them reach what.</param>
/// <param name="isPatient">Tests that take long are run too.</param>
internal sealed class MutantRun(string tests, TestPlan plan, bool isPatient) : IDisposable
{
    private static readonly double[] Quick = [0.2, 1, 3], Patient = [0.2, 1, 3, 5, 15];
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(15);
    private const int Watchful = 6; // tests that are asked first
    private const int Once = 2; // tests that reach what is made once and then kept
    private const int Slower = 8; // under load, and without what other tests had compiled before

    private readonly Dictionary<string, int> noticed = new(StringComparer.Ordinal);
    private TestWorker? worker;

    /// <summary>Whether the tests notice a change.</summary>
    /// <param name="hint">A test that noticed it at another commit.</param>
    public MutantResult Try(Mutant mutant, string? hint)
    {
        var reaching = plan.Of(mutant);
        if (reaching.Count == 0)
        {
            return new(MutantOutcome.NotReached, "");
        }

        // Who noticed much will notice more.
        var watchful = reaching.Where(test => test.Test == hint || noticed.ContainsKey(test.Test)).OrderBy(test => test.Test != hint).ThenByDescending(test => noticed.GetValueOrDefault(test.Test)).Take(Watchful).ToList();
        var result = InTurn(mutant, [.. watchful.Chunk(Watchful), .. Batches(reaching.Except(watchful))]);
        if (result is null || (result.Outcome == MutantOutcome.Survived && reaching.Count <= Once))
        {
            result = Alone(mutant);
        }

        noticed[result.Test] = noticed.GetValueOrDefault(result.Test) + 1;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => worker?.Dispose();

    /// <summary>In a process of its own, started with it.</summary>
    private MutantResult Alone(Mutant mutant)
    {
        using var own = new TestWorker(tests, mutant.Number);
        foreach (var batch in Batches(plan.Around(mutant)))
        {
            var answer = Ask(own, mutant.Number, batch);
            if (answer is [])
            {
                return new(MutantOutcome.Noticed, "does not end");
            }

            if (answer is ["fell", var test] && PassesAlone(test))
            {
                return new(MutantOutcome.Noticed, test);
            }
        }

        return new(MutantOutcome.Survived, "");
    }

    /// <summary>The quickest tests first; null where this process can say nothing about it, after what it saw before.</summary>
    private MutantResult? InTurn(Mutant mutant, IEnumerable<IReadOnlyList<(string Test, TimeSpan Took)>> batches)
    {
        foreach (var batch in batches)
        {
            worker ??= new(tests);
            var answer = Ask(worker, mutant.Number, batch);
            if (answer is ["passed"])
            {
                continue;
            }

            if (answer is ["fell", var test])
            {
                return new(MutantOutcome.Noticed, test);
            }

            worker.Dispose();
            worker = null;
            return answer is [] ? new(MutantOutcome.Noticed, "does not end") : null;
        }

        return new(MutantOutcome.Survived, "");
    }

    private bool PassesAlone(string test)
    {
        using var own = new TestWorker(tests);
        return own.Ask(["run", "-1", test]) is ["passed"];
    }

    /// <summary>The quickest first; what is left over are slow runs over everything.</summary>
    private IEnumerable<IReadOnlyList<(string Test, TimeSpan Took)>> Batches(IEnumerable<(string Test, TimeSpan Took)> reaching)
    {
        var (ordered, from) = (reaching.ToList(), 0);
        foreach (var budget in (isPatient ? Patient : Quick).Select(TimeSpan.FromSeconds))
        {
            var (took, to) = (TimeSpan.Zero, from);
            while (to < ordered.Count && (to == 0 || took + ordered[to].Took <= budget))
            {
                took += ordered[to++].Took;
            }

            if (to > from)
            {
                yield return ordered[from..to];
            }

            from = to;
        }
    }

    private static string[] Ask(TestWorker worker, int number, IReadOnlyList<(string Test, TimeSpan Took)> batch) => worker.Ask(
        ["run", number.ToString(CultureInfo.InvariantCulture), .. batch.Select(test => test.Test)],
        Start + (batch.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Took) * Slower));
}
