using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>
/// What came of the changes that were tried, in a file that grows with each: a run that was cut off, or one with another seed, goes on from there. What came of them at another commit with the
/// same library says which test is worth being asked first.
/// </summary>
internal sealed class MutantResults
{
    private readonly Dictionary<int, MutantResult> results = [];
    private readonly Dictionary<int, string> hints = [];
    private readonly string file;
    private readonly string commit;

    /// <param name="file">The file.</param>
    /// <param name="commit">The commit that is changed.</param>
    public MutantResults(string file, string commit)
    {
        this.file = file;
        this.commit = commit;
        foreach (var fields in (File.Exists(file) ? File.ReadLines(file) : []).Select(line => line.Split('\t')))
        {
            var (number, result) = (int.Parse(fields[1], CultureInfo.InvariantCulture), new MutantResult(Enum.Parse<MutantOutcome>(fields[2]), fields[3]));
            if (fields[0] == commit)
            {
                results[number] = result;
            }
            else
            {
                hints[number] = result.Test;
            }
        }
    }

    /// <summary>What came of a change; null where it was not tried.</summary>
    public MutantResult? Of(Mutant mutant) => results.GetValueOrDefault(mutant.Number);

    /// <summary>The test that noticed it at another commit; null where none is known.</summary>
    public string? Hint(Mutant mutant) => hints.GetValueOrDefault(mutant.Number);

    /// <summary>Writes down what came of one.</summary>
    public void Add(Mutant mutant, MutantResult result)
    {
        results[mutant.Number] = result;
        File.AppendAllText(file, $"{commit}\t{mutant.Number}\t{result.Outcome}\t{result.Test}\t{mutant}\n");
    }
}
