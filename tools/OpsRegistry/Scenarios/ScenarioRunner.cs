using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Scenarios;

/// <summary>Plays the scenarios of a contract: the same straight line as for its records, on made-up ones alone.</summary>
internal static class ScenarioRunner
{
    /// <summary>Plays every case of a contract, in the order of files and cases.</summary>
    public static IReadOnlyList<ScenarioResult> RunAll(ContractFolder folder, WorkCalendar calendar) => folder.Scenarios
        .SelectMany(file => file.Spec.Cases.Select(one => (File: file.Untyped, Case: one)))
        .AsParallel().AsOrdered()
        .Select(pair => Run(folder, pair.File, pair.Case, calendar))
        .ToList();

    /// <summary>Plays one case.</summary>
    public static ScenarioResult Run(ContractFolder folder, Resource file, ScenarioCase given, WorkCalendar calendar)
    {
        var periods = AssessmentPeriod.Plan(folder.Terms);
        if ((given.Period is null ? periods.FirstOrDefault() : periods.FirstOrDefault(one => one.Id == given.Period)) is not { } period)
        {
            return new(folder.Name, file, given, [new(given.PlaceOf(nameof(given.Period)), new("考核周期", "period"), given.Period ?? "P1", string.Join(' ', periods.Select(one => one.Id)))], []);
        }

        var world = SupposedWorld.Of(folder, given, period, calendar);
        if (world.Findings.Count > 0)
        {
            return new(folder.Name, file, given, [], world.Findings);
        }

        var result = ContractRunner.Run(world.Folder, calendar, world.AsOf, world.Period.Id);
        return result is null
            ? new(folder.Name, file, given, [new(given.PlaceOf(nameof(given.AsOf)), new("周期", "period"), world.Period.Id, new Text("截止日前尚未开始", "has not begun before the cut-off").En)], [])
            : new(folder.Name, file, given, ExpectationCheck.Differences(given, result, world.Names).ToList(), []) { Computed = result };
    }
}
