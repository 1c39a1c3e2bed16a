using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>What the tests say of a change.</summary>
internal enum MutantOutcome
{
    /// <summary>A test that passes without it falls, or does not end.</summary>
    Noticed,

    /// <summary>All tests that reach it pass.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}

/// <summary>What came of a change.</summary>
/// <param name="Test">The test that noticed it.</param>
internal sealed record MutantResult(MutantOutcome Outcome, string Test);

/// <summary>What came of the changes that were tried, in a file that grows with each: a run that was cut off, or one with another seed, goes on from there.</summary>
internal sealed class MutantResults
{
    private readonly Dictionary<int, MutantResult> results = [];
    private readonly string file;

    /// <param name="file">The file.</param>
    public MutantResults(string file)
    {
        this.file = file;
        foreach (var fields in (File.Exists(file) ? File.ReadLines(file) : []).Select(line => line.Split('\t')))
        {
            results[int.Parse(fields[0], CultureInfo.InvariantCulture)] = new(Enum.Parse<MutantOutcome>(fields[1]), fields[2]);
        }
    }

    /// <summary>What came of a change; null where it was not tried.</summary>
    public MutantResult? Of(Mutant mutant) => results.GetValueOrDefault(mutant.Number);

    /// <summary>Writes down what came of one.</summary>
    public void Add(Mutant mutant, MutantResult result)
    {
        results[mutant.Number] = result;
        File.AppendAllText(file, $"{mutant.Number}\t{result.Outcome}\t{result.Test}\t{mutant}\n");
    }
}
