using System.Diagnostics;
using System.Reflection;
using Xunit.v3;

[assembly: OpsRegistry.Tests.MutantRecorder]

namespace OpsRegistry.Tests;

/// <summary>Writes down, for each test, how long it took, whether it passed, and which places of the library it reached.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class MutantRecorderAttribute : BeforeAfterTestAttribute
{
    private static readonly Stopwatch Clock = Stopwatch.StartNew();

    /// <summary>Where it is written; null where nobody wants to know.</summary>
    public static string? List { get; set; }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (List is null)
        {
            return;
        }

        var passed = Xunit.TestContext.Current.TestState?.Result is null or Xunit.TestResult.Passed;
        File.AppendAllText(List, $"{MutantWorker.NameOf(test.TestCase)}\t{Clock.ElapsedMilliseconds}\t{passed}\t{string.Join(',', MutantSwitch.Take())}\n");
        Clock.Restart();
    }
}
