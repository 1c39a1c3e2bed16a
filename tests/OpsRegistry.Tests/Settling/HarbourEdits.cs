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
    private const string Records = Folder + "records/";

    /// <summary>The path of a record of the last month that has any.</summary>
    public static string LastRecordIn(SortedDictionary<string, string> files) =>
        files.Keys.Where(path => path.StartsWith(Records, StringComparison.Ordinal)).OrderBy(path => path[Records.Length..(Records.Length + "2026/01".Length)], StringComparer.Ordinal).Last();

    /// <summary>Takes a record away, or moves one of its times or days; false where there is no record left.</summary>
    public static bool EditRecord(SortedDictionary<string, string> files, Random random)
    {
        var records = files.Keys.Where(path => path.StartsWith(Records, StringComparison.Ordinal)).ToList();
        if (records.Count == 0)
        {
            return false;
        }

        var path = records[random.Next(records.Count)];
        switch (random.Next(3))
        {
            case 0:
                files.Remove(path);
                break;
            case 1:
                files[path] = files[path].Replace($"T{random.Next(8, 18):00}:", $"T{random.Next(8, 24):00}:", StringComparison.Ordinal);
                break;
            default:
                files[path] = files[path].Replace($"2026-0{random.Next(1, 6)}-", $"2026-0{random.Next(1, 6)}-", StringComparison.Ordinal);
                break;
        }

        return true;
    }

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
