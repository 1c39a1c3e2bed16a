using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Schemas;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Data;

/// <summary>The repository's own registry, loaded once.</summary>
internal static class CommittedRegistry
{
    public static Loaded Loaded { get; } = RegistryLoader.Load(new WorkTreeSource(Golden.RepositoryRoot), SchemaSet.Load(SchemaFiles.Texts));

    public static ContractFolder Pingdingshan { get; } = Loaded.Registry.ContractNamed("pingdingshan-2025")!;

    public static ContractResult Result { get; } = ContractResult.Of(
        Pingdingshan,
        Calendars.For(Loaded.Registry, Pingdingshan.Terms.Purchaser),
        BeijingTime.EndOf(Loaded.Registry.Settings!.RecordsUntil));

    public static PeriodResult Period(string id) => Result.Periods.Single(period => period.Period.Id == id);
}
