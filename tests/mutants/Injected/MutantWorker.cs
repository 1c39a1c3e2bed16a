using System.Globalization;
using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace OpsRegistry.Tests;

/// <summary>
/// Finds the tests once, then runs those that it is asked for, with the change that it is asked for. A question is a line of words with tabs between them; so is the answer.
/// </summary>
internal static class MutantWorker
{
    private static ILookup<string, ITestCase> cases = Array.Empty<ITestCase>().ToLookup(NameOf);
    private static ITestFrameworkExecutor executor = null!;

    /// <summary>The class, the method, and which row of its cases.</summary>
    public static string NameOf(ITestCaseMetadata test) => $"{test.TestClassName}.{test.TestMethodName}#{test.UniqueID[..8]}";

    private static async Task Main()
    {
        // What a test writes is no answer.
        var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        await Find();
        await answers.WriteLineAsync("ready");
        while (Console.In.ReadLine() is { } question)
        {
            var words = question.Split('\t');
            await answers.WriteLineAsync(words[0] == "record" ? await Record(words[1], words[2..]) : await Run(int.Parse(words[1], CultureInfo.InvariantCulture), words[2..]));
        }
    }

    private static async Task Find()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var framework = ExtensibilityPointFactory.GetTestFramework(assembly);
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration());
        options.SetPreEnumerateTheories(true);
        List<ITestCase> found = [];
        await framework.GetDiscoverer(assembly).Find(
            test =>
            {
                found.Add(test);
                return new(true);
            },
            options,
            types: null,
            cancellationToken: null);
        cases = found.ToLookup(NameOf);
        executor = framework.GetExecutor(assembly);
    }

    /// <summary>Every test once, one after the other, with nothing changed, but those that stand in the list already.</summary>
    private static async Task<string> Record(string list, string[] leftOut)
    {
        var known = File.Exists(list) ? File.ReadLines(list).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal) : [];
        MutantRecorderAttribute.List = list;
        await FirstThatFalls(
            [.. cases.Where(test => !known.Contains(test.Key)).SelectMany(test => test).Where(test => !leftOut.Any(word => $"{test.TestClassName}.{test.TestMethodName}".Contains(word, StringComparison.Ordinal)))],
            stops: false);
        MutantRecorderAttribute.List = null;
        return "recorded";
    }

    /// <summary>What falls with a change says something only where it passes right afterwards without it: this process has seen other changes before.</summary>
    private static async Task<string> Run(int number, string[] tests)
    {
        var before = MutantSwitch.Made;
        MutantSwitch.Made = number;
        var fallen = await FirstThatFalls([.. tests.SelectMany(test => cases[test])], stops: true);
        MutantSwitch.Made = before;
        if (fallen is null)
        {
            return "passed";
        }

        return before == number || await FirstThatFalls([fallen], stops: true) is null ? $"fell\t{NameOf(fallen)}" : $"falls without\t{NameOf(fallen)}";
    }

    private static async Task<ITestCase?> FirstThatFalls(IReadOnlyCollection<ITestCase> tests, bool stops)
    {
        var options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration());
        options.SetDisableParallelization(true);
        options.SetStopOnTestFail(stops);
        var sink = new Falls();
        await executor.RunTestCases(tests, sink, options, cancellationToken: null);
        return sink.First is { } name ? tests.First(test => test.UniqueID == name) : null;
    }

    private sealed class Falls : IMessageSink
    {
        public string? First { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failed)
            {
                First ??= failed.TestCaseUniqueID;
            }

            return true;
        }
    }
}
