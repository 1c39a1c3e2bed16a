using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>Which tests reach which places, and how long they take: every test is run once, one after the other, with nothing changed.</summary>
internal sealed class TestPlan
{
    private readonly Dictionary<string, long> milliseconds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> reaching = [];

    private readonly ILookup<string, int> places;

    private TestPlan(IEnumerable<Mutant> mutants)
    {
        places = mutants.ToLookup(mutant => mutant.File, mutant => mutant.Number, StringComparer.Ordinal);
    }

    /// <summary>How many tests passed with nothing changed; the others say nothing.</summary>
    public int Count => milliseconds.Count;

    /// <summary>Runs the tests that were not written down when others were run.</summary>
    /// <param name="tree">Which tests, and where the places are.</param>
    /// <param name="file">Where it is written down; a run that was cut off goes on with what is missing.</param>
    /// <param name="leftOut">Words in the full names of tests that are not run.</param>
    public static TestPlan Record(MutatedTree tree, string file, IEnumerable<string> leftOut)
    {
        using (var worker = new TestWorker(tree.Tests))
        {
            worker.Ask(["record", file, .. leftOut]);
        }

        var plan = new TestPlan(tree.Mutants);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fields in File.ReadLines(file).Select(line => line.Split('\t')))
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

        foreach (var test in failed)
        {
            plan.milliseconds.Remove(test);
        }

        return plan;
    }

    /// <summary>The tests that reach a place, the quickest first.</summary>
    public IReadOnlyList<(string Test, TimeSpan Took)> Of(Mutant mutant) => Ordered(reaching.GetValueOrDefault(mutant.Number, []));

    /// <summary>Those, then the others that reach anything of its file: what is made once and kept is made by whichever test comes first, and used by all of them.</summary>
    public IReadOnlyList<(string Test, TimeSpan Took)> Around(Mutant mutant)
    {
        var own = Of(mutant);
        return [.. own, .. Ordered(places[mutant.File].SelectMany(place => reaching.GetValueOrDefault(place, [])).Distinct(StringComparer.Ordinal)).Except(own)];
    }

    private List<(string Test, TimeSpan Took)> Ordered(IEnumerable<string> tests) =>
        [.. tests.Where(milliseconds.ContainsKey).Select(test => (test, TimeSpan.FromMilliseconds(milliseconds[test]))).OrderBy(test => test.Item2).ThenBy(test => test.test, StringComparer.Ordinal)];

    private static HashSet<string> SetOf(Dictionary<int, HashSet<string>> sets, int key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new(StringComparer.Ordinal);
        }

        return set;
    }
}
