using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>What the tests say of a change.</summary>
internal enum MutantOutcome
{
    /// <summary>A test that passed before falls, or does not end.</summary>
    Noticed,

    /// <summary>All tests that reach it pass.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}

/// <summary>Runs the tests that reach a change, with it.</summary>
internal static class MutantRun
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Then = TimeSpan.FromSeconds(15), Start = TimeSpan.FromSeconds(60);
    private const int Slower = 8; // under load, and without what other tests had compiled before

    /// <summary>The quickest tests first, for a few seconds; only where these notice nothing, further ones.</summary>
    public static MutantOutcome Run(string tests, Mutant mutant, IReadOnlyList<(string Test, TimeSpan Took)> plan)
    {
        if (plan.Count == 0)
        {
            return MutantOutcome.NotReached;
        }

        var from = 0;
        foreach (var budget in new[] { First, Then })
        {
            var (to, took) = (from, TimeSpan.Zero);
            while (to < plan.Count && (to == from || took + plan[to].Took <= budget))
            {
                took += plan[to++].Took;
            }

            if (to > from && !Passes(tests, mutant, plan.Skip(from).Take(to - from).Select(test => test.Test), Start + (took * Slower)))
            {
                return MutantOutcome.Noticed;
            }

            from = to;
        }

        return MutantOutcome.Survived; // what is left are slow runs over everything
    }

    private static bool Passes(string tests, Mutant mutant, IEnumerable<string> methods, TimeSpan longest) =>
        Programs.Try(
            "dotnet",
            [tests, "-noColor", "-noLogo", "-stopOnFail", "-parallelMode", "none", .. methods.SelectMany(method => new[] { "-method", method })],
            Path.GetDirectoryName(tests)!,
            longest,
            ("MUTANT", mutant.Number.ToString(CultureInfo.InvariantCulture)),
            ("DOTNET_TieredPGO", "0")).Exit == 0;
}
