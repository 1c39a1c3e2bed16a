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
    private const int Watchful = 6;
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
        var result = InTurn(mutant, [.. watchful.Select(test => test with { Took = TimeSpan.Zero }), .. reaching.Except(watchful)]);
        if (result is null || (result.Outcome == MutantOutcome.Survived && reaching.Count <= Once))
        {
            result = Alone(mutant);
        }

        noticed[result.Test] = noticed.GetValueOrDefault(result.Test) + 1;
        return result;
    }

    /// <summary>Whether they notice it in a process of its own, started with it.</summary>
    public MutantResult Alone(Mutant mutant)
    {
        using var own = new TestWorker(tests, mutant.Number);
        foreach (var batch in Batches(plan.Around(mutant)))
        {
            var answer = own.Ask(Question(mutant.Number, batch), Start + (batch.Took * Slower));
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

    /// <inheritdoc/>
    public void Dispose() => worker?.Dispose();

    /// <summary>The quickest tests first; null where this process can say nothing about it, after what it saw before.</summary>
    private MutantResult? InTurn(Mutant mutant, IReadOnlyList<(string Test, TimeSpan Took)> reaching)
    {
        foreach (var batch in Batches(reaching))
        {
            worker ??= new(tests);
            var answer = worker.Ask(Question(mutant.Number, batch), Start + (batch.Took * Slower));
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
        return own.Ask(Question(-1, (TimeSpan.Zero, [test]))) is ["passed"];
    }

    /// <summary>What is left over are slow runs over everything.</summary>
    private IEnumerable<(TimeSpan Took, List<string> Tests)> Batches(IReadOnlyList<(string Test, TimeSpan Took)> ordered)
    {
        var from = 0;
        foreach (var budget in (isPatient ? Patient : Quick).Select(TimeSpan.FromSeconds))
        {
            var (took, batch) = (TimeSpan.Zero, new List<string>());
            while (from < ordered.Count && (from == 0 || took + ordered[from].Took <= budget))
            {
                took += ordered[from].Took;
                batch.Add(ordered[from++].Test);
            }

            if (batch.Count > 0)
            {
                yield return (took, batch);
            }
        }
    }

    private static IEnumerable<string> Question(int number, (TimeSpan Took, List<string> Tests) batch) => ["run", number.ToString(CultureInfo.InvariantCulture), .. batch.Tests];
}
