using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OpsRegistry.Mutants;

var folders = new Argument<string[]>("folders") { Description = "folders of the library: Time Assessing Settling Sealing Verifying Reviewing/Policies", Arity = ArgumentArity.OneOrMore };
var sample = new Option<int>("--sample") { Description = "how many changes of each folder are made; 0 for all", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "which of them", DefaultValueFactory = _ => 1 };
var tests = new Option<string[]>("--tests") { Description = "arguments of the test program that pick tests", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["-namespace-", "OpsRegistry.Tests.Serving"] };
var root = new RootCommand("Changes the library's code here and there and lists the changes that no test notices.") { folders, sample, seed, tests };
root.SetAction(asked =>
{
    var repository = Directory.GetCurrentDirectory();
    var clock = Stopwatch.StartNew();
    var tree = MutatedTree.Build(repository, Path.Combine(repository, ".artifacts", "mutants", "tree"), asked.GetValue(folders)!, asked.GetValue(sample), asked.GetValue(seed));
    Console.Error.WriteLine($"mutants: {tree.Mutants.Count} changes of {tree.Places.Values.Sum()} places, built in {clock.Elapsed.TotalMinutes:0} min; every test runs once …");
    var plan = TestPlan.Record(tree.Tests, asked.GetValue(tests)!);
    Console.Error.WriteLine($"mutants: {plan.Count} tests in {clock.Elapsed.TotalMinutes:0} min; now each change …");
    var outcomes = new ConcurrentDictionary<Mutant, MutantOutcome>();
    var workers = new ConcurrentBag<string>(tree.TestsFor(Environment.ProcessorCount));
    Parallel.ForEach(tree.Mutants, new ParallelOptions { MaxDegreeOfParallelism = workers.Count }, mutant =>
    {
        workers.TryTake(out var worker);
        outcomes[mutant] = MutantRun.Run(worker!, mutant, plan.Of(mutant));
        workers.Add(worker!);
        if (outcomes[mutant] != MutantOutcome.Noticed)
        {
            Console.WriteLine($"{(outcomes[mutant] == MutantOutcome.NotReached ? "not reached" : "survived   ")}  {mutant}");
        }

        if (outcomes.Count % 20 == 0)
        {
            Console.Error.WriteLine($"mutants: {outcomes.Count} of {tree.Mutants.Count} after {clock.Elapsed.TotalMinutes:0} min, {outcomes.Values.Count(outcome => outcome == MutantOutcome.Noticed)} noticed");
        }
    });

    List<string> rows = [];
    foreach (var group in tree.Mutants.GroupBy(mutant => mutant.Folder))
    {
        var (noticed, unreached) = (group.Count(mutant => outcomes[mutant] == MutantOutcome.Noticed), group.Count(mutant => outcomes[mutant] == MutantOutcome.NotReached));
        rows.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| `{group.Key}` | {DateTime.UtcNow:yyyy-MM-dd} | {tree.Commit} | {tree.Places[group.Key]} | {group.Count()} ({asked.GetValue(seed)}) | {noticed}, {100m * noticed / group.Count():0.0} % | {group.Count() - noticed - unreached} | {unreached} |"));
    }

    var page = Path.Combine(repository, "docs", "reliability.md");
    File.WriteAllText(page, File.ReadAllText(page).Replace("<!-- mutants -->", $"{string.Join('\n', rows)}\n<!-- mutants -->", StringComparison.Ordinal));
    rows.ForEach(Console.WriteLine);
    return 0;
});
return root.Parse(args).Invoke();
