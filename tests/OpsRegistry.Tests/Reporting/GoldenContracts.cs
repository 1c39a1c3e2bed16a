using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Reporting;

/// <summary>The invented contracts of tests/golden/registry: one that uses every feature, one that has none.</summary>
internal static class GoldenContracts
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public static Loaded Loaded { get; } = Load(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "registry"));

    /// <summary>The contract with a scorecard: P1 is plain, P2 is vetoed, P3 and P4 are undetermined, P4 still runs.</summary>
    public static ContractResult Full { get; } = ResultOf(Loaded.Registry, "example-2025");

    /// <summary>The contract without scorecard, amount, levels or obligations.</summary>
    public static ContractResult Plain { get; } = ResultOf(Loaded.Registry, "example-plain");

    public static ReportOrigin Origin { get; } = ReportOrigin.Of(Loaded.Registry, Commit, "1.0.0-test");

    public static Loaded Load(string root) => RegistryLoader.Load(
        new WorkTreeSource(root),
        SchemaSet.Load(Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)));

    public static ContractResult ResultOf(Registry registry, string contract) => ContractResult.Of(
        registry.ContractNamed(contract)!, Calendars.Of(registry), BeijingTime.EndOf(registry.Settings!.RecordsUntil));

    public static byte[] Workbook(ContractResult result, PeriodResult period) => AssessmentWorkbook.Write(result, period, Origin);
}
