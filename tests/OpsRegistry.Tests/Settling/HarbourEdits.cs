using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The golden contract with one edit, through the whole line.</summary>
internal static class HarbourEdits
{
    private const string Folder = "ops-registry/contracts/harbour-2026/";

    /// <summary>The result as of a day's end.</summary>
    public static ContractResult Result(LocalDate until, params (string File, string Old, string New)[] edits)
    {
        var files = InMemory.Files("tests/golden/harbour");
        foreach (var (file, old, replacement) in edits)
        {
            Assert.Contains(old, files[Folder + file], StringComparison.Ordinal);
            files[Folder + file] = files[Folder + file].Replace(old, replacement, StringComparison.Ordinal);
        }

        var registry = InMemory.Load(files).Registry;
        return ContractRunner.Run(registry.ContractNamed("harbour-2026")!, Calendars.Build(registry), BeijingTime.EndOf(until));
    }
}
