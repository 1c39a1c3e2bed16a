using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Schemas;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Data;

/// <summary>
/// The five contracts as they stood when their figures were worked out: tests/golden/contracts, loaded once. The registry itself takes new records every
/// day and is no fixture: of it a test asks only that a check finds no error.
/// </summary>
internal static class FrozenRegistry
{
    public static string Root { get; } = Path.Combine(Golden.RepositoryRoot, "tests", "golden", "contracts");

    public static Loaded Loaded { get; } = RegistryLoader.Load(new WorkTreeSource(Root), SchemaSet.Load(SchemaFiles.Texts));

    public static ContractFolder Pingdingshan { get; } = Loaded.Registry.ContractNamed("pingdingshan-2025")!;

    public static ContractResult Result { get; } = ContractRunner.Run(
        Pingdingshan,
        Calendars.For(Loaded.Registry, Pingdingshan.Terms.Purchaser),
        BeijingTime.EndOf(Loaded.Registry.Settings!.RecordsUntil!.Value));

    public static PeriodResult Period(string id) => Result.Periods.Single(period => period.Period.Id == id);
}
