using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OpsRegistry.Mutants;

var folders = new Argument<string[]>("folders") { Description = "folders of the library: Time Assessing Settling Sealing Verifying Reviewing/Policies", Arity = ArgumentArity.OneOrMore };
var sample = new Option<int>("--sample") { Description = "how many changes of each folder are made; 0 for all", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "which of them", DefaultValueFactory = _ => 1 };
var without = new Option<string[]>("--without")
{
    Description = "words in the full names of tests that are not run: by default those that wait for other programs",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ =>
    [
        "Tests.Architecture.", "Tests.Documents.", "Tests.Forge.", "Tests.Intake.", "Tests.Serving.", "Tests.Site.", "Tests.Workflows.",
        ".AssessmentWorkbookTests.", ".IndependentReaderTests.", ".PrintedWorkbookTests.", ".WorkbookChartTests.", ".WorkbookOriginTests.", ".WorkbookRecalculationTests.",
        "LibreOffice", ".What_is_signed_prints_alone",
    ],
};
var patient = new Option<bool>("--patient") { Description = "tries what survived again, with the tests that take long too" };
var root = new RootCommand("Changes the library's code here and there and lists the changes that no test notices.") { folders, sample, seed, without, patient };
root.SetAction(asked =>
{
    var repository = Directory.GetCurrentDirectory();
    var work = Path.Combine(repository, ".artifacts", "mutants");
    var clock = Stopwatch.StartNew();
    var leftOut = asked.GetValue(without)!;
    var tree = MutatedTree.Build(repository, work, asked.GetValue(folders)!, leftOut);
    Console.Error.WriteLine($"mutants: {tree.Mutants.Count} changes, built in {clock.Elapsed.TotalMinutes:0} min; every test runs once …");
    var plan = TestPlan.Record(tree, Path.Combine(work, "reached.txt"), leftOut);
    Console.Error.WriteLine($"mutants: {plan.Count} tests in {clock.Elapsed.TotalMinutes:0} min; now each change …");
    var results = new MutantResults(Path.Combine(work, "results.txt"), tree.Commit);
    var chosen = tree.Choose(asked.GetValue(sample), asked.GetValue(seed));
    using var run = new MutantRun(tree.Tests, plan, asked.GetValue(patient));
    foreach (var (mutant, number) in chosen.Select((mutant, number) => (mutant, number + 1)))
    {
        if (results.Of(mutant) is not { } known || (known.Outcome == MutantOutcome.Survived && asked.GetValue(patient)))
        {
            results.Add(mutant, run.Try(mutant, results.Hint(mutant)));
        }

        var outcome = results.Of(mutant)!.Outcome;
        if (outcome != MutantOutcome.Noticed)
        {
            Console.WriteLine($"{(outcome == MutantOutcome.NotReached ? "not reached" : "survived   ")}  {mutant}");
        }

        if (number % 20 == 0)
        {
            Console.Error.WriteLine($"mutants: {number} of {chosen.Count} after {clock.Elapsed.TotalMinutes:0} min");
        }
    }

    List<string> rows = [];
    foreach (var group in chosen.GroupBy(mutant => mutant.Folder))
    {
        int Count(MutantOutcome outcome) => group.Count(mutant => results.Of(mutant)!.Outcome == outcome);
        rows.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| `{group.Key}` | {DateTime.UtcNow:yyyy-MM-dd} | {tree.Commit} | {tree.Mutants.Count(mutant => mutant.Folder == group.Key)} | {group.Count()} ({asked.GetValue(seed)}) | {Count(MutantOutcome.Noticed)}, {100m * Count(MutantOutcome.Noticed) / group.Count():0.0} % | {Count(MutantOutcome.Survived)} | {Count(MutantOutcome.NotReached)} |"));
    }

    var page = Path.Combine(repository, "docs", "reliability.md");
    File.WriteAllText(page, File.ReadAllText(page).Replace("<!-- mutants -->", $"{string.Join('\n', rows)}\n<!-- mutants -->", StringComparison.Ordinal));
    rows.ForEach(Console.WriteLine);
    return 0;
});
return root.Parse(args).Invoke();
