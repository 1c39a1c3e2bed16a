using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>Which tests reach which places, and how long they take: every test is run once, one after the other, with nothing changed.</summary>
internal sealed class TestPlan
{
    private readonly Dictionary<string, long> milliseconds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> reaching = [];

    private TestPlan()
    {
    }

    /// <summary>How many tests passed with nothing changed; the others say nothing.</summary>
    public int Count => milliseconds.Count;

    /// <summary>Runs the tests.</summary>
    /// <param name="filter">Arguments that pick tests.</param>
    public static TestPlan Record(string tests, IReadOnlyList<string> filter)
    {
        var list = Path.GetTempFileName();
        Programs.Try("dotnet", [tests, "-noColor", "-parallelMode", "none", .. filter], Path.GetDirectoryName(tests)!, longest: null, ("MUTANT_LIST", list), ("DOTNET_TieredPGO", "0"));
        var plan = new TestPlan();
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fields in File.ReadLines(list).Select(line => line.Split('\t')))
        {
            var test = fields[0];
            plan.milliseconds[test] = plan.milliseconds.GetValueOrDefault(test) + long.Parse(fields[1], CultureInfo.InvariantCulture);
            if (!bool.Parse(fields[2]))
            {
                failed.Add(test);
            }

            foreach (var number in fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                SetOf(plan.reaching, int.Parse(number, CultureInfo.InvariantCulture)).Add(test);
            }
        }

        File.Delete(list);
        foreach (var test in failed)
        {
            plan.milliseconds.Remove(test);
        }

        return plan;
    }

    /// <summary>The tests that reach a place, the quickest first.</summary>
    public IReadOnlyList<(string Test, TimeSpan Took)> Of(Mutant mutant) =>
        [.. reaching.GetValueOrDefault(mutant.Number, []).Where(milliseconds.ContainsKey).Select(test => (test, TimeSpan.FromMilliseconds(milliseconds[test]))).OrderBy(test => test.Item2).ThenBy(test => test.test, StringComparer.Ordinal)];

    private static HashSet<string> SetOf(Dictionary<int, HashSet<string>> sets, int key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new(StringComparer.Ordinal);
        }

        return set;
    }
}
