using System.Diagnostics;
using System.Reflection;
using Xunit.v3;

[assembly: OpsRegistry.Tests.MutantRecorder]

namespace OpsRegistry.Tests;

/// <summary>Writes down, for each test, how long it took, whether it passed, and which places of the library it reached.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class MutantRecorderAttribute : BeforeAfterTestAttribute
{
    private static readonly string? List = Environment.GetEnvironmentVariable("MUTANT_LIST");
    private static readonly Stopwatch Clock = Stopwatch.StartNew();

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (List is null)
        {
            return;
        }

        var passed = Xunit.TestContext.Current.TestState?.Result is null or Xunit.TestResult.Passed;
        File.AppendAllText(List, $"{methodUnderTest.ReflectedType!.FullName}.{methodUnderTest.Name}\t{Clock.ElapsedMilliseconds}\t{passed}\t{string.Join(',', MutantSwitch.Take())}\n");
        Clock.Restart();
    }
}
