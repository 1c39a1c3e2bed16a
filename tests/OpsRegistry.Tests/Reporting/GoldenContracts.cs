using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Time;
using OpsRegistry.Verifying;

namespace OpsRegistry.Tests.Reporting;

/// <summary>
/// The invented contracts of tests/golden/registry. <c>example-2025</c> uses every feature: P1 is plain, P2 is vetoed, P3 costs money without
/// leaving the best band, P4 still runs and is undetermined. <c>example-plain</c> has no scorecard, amount, levels or obligations.
/// </summary>
internal static class GoldenContracts
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>The repository root of the golden registry.</summary>
    public static string Root { get; } = Path.Combine(Golden.RepositoryRoot, "tests", "golden", "registry");

    public static Loaded Loaded { get; } = Load(Root);

    public static ReportOrigin Origin { get; } = ReportOrigin.State(Loaded.Registry, Commit, "1.0.0-test");

    public static Loaded Load(string root) => RegistryLoader.Load(
        new WorkTreeSource(root),
        SchemaSet.Load(Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)));

    public static ContractResult ResultOf(Registry registry, string contract) => ContractRunner.Run(
        registry.ContractNamed(contract)!, Calendars.Build(registry), BeijingTime.EndOf(registry.Settings!.RecordsUntil!.Value));

    public static byte[] Workbook(ContractResult result, PeriodResult period) => AssessmentWorkbook.ToBytes(result, period, Origin, AssessmentVolume.SigningSet);
}
