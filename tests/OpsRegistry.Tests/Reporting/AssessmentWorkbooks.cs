using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Tests.Data;
using OpsRegistry.Verifying;

namespace OpsRegistry.Tests.Reporting;

/// <summary>The tests that share the workbooks.</summary>
[Xunit.CollectionDefinition(nameof(AssessmentWorkbookCollection))]
public sealed class AssessmentWorkbookCollection : Xunit.ICollectionFixture<AssessmentWorkbooks>;

/// <summary>
/// Both workbooks of every period of every contract, invented and real, recalculated in one start of LibreOffice.
/// </summary>
public sealed class AssessmentWorkbooks
{
    /// <summary>Stands after the key of a period's data book; without it the key is that of what is signed.</summary>
    public const string Data = " data";

    private static readonly Lazy<IReadOnlyList<(string Key, byte[] Bytes)>> Written = new(() => WriteAll().ToList());

    public AssessmentWorkbooks()
    {
        var files = Written.Value;
        var resaved = LibreOffice.Resave([.. files.Select(file => file.Bytes)]);
        Files = files.ToDictionary(file => file.Key, file => file.Bytes, StringComparer.Ordinal);
        Resaved = files.Zip(resaved).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
        Claimed = files.ToDictionary(file => file.Key, file => WorkbookCells.Read(file.Bytes), StringComparer.Ordinal);
        Found = Resaved.ToDictionary(file => file.Key, file => WorkbookCells.Read(file.Value), StringComparer.Ordinal);
    }

    /// <summary>One workbook, without LibreOffice.</summary>
    public static byte[] Of(string key) => Written.Value.Single(file => file.Key == key).Bytes;

    private static IEnumerable<(string Key, byte[] Bytes)> WriteAll() =>
        from root in new[] { GoldenContracts.Root, FrozenRegistry.Root }
        let registry = GoldenContracts.Load(root).Registry
        let origin = ReportOrigin.State(registry, GoldenContracts.Commit, "1.0.0-test")
        from contract in registry.Contracts
        let result = GoldenContracts.ResultOf(registry, contract.Name)
        from period in result.Periods
        from volume in Enum.GetValues<AssessmentVolume>()
        select ($"{contract.Name} {period.Period.Id}{(volume == AssessmentVolume.DataBook ? Data : "")}", AssessmentWorkbook.ToBytes(result, period, origin, volume));

    internal IReadOnlyDictionary<string, byte[]> Resaved { get; }

    internal IReadOnlyDictionary<string, byte[]> Files { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Claimed { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Found { get; }
}
