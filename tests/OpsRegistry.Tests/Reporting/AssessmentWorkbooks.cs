using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;

namespace OpsRegistry.Tests.Reporting;

/// <summary>
/// The workbooks of every period of every contract, golden and real, recalculated in one start of LibreOffice.
/// </summary>
public sealed class AssessmentWorkbooks
{
    public AssessmentWorkbooks()
    {
        var files = new List<(string Key, byte[] Bytes)>();
        foreach (var root in new[] { GoldenContracts.Root, Golden.RepositoryRoot })
        {
            var registry = GoldenContracts.Load(root).Registry;
            var origin = ReportOrigin.Of(registry, GoldenContracts.Commit, "1.0.0-test");
            files.AddRange(
                from contract in registry.Contracts
                let result = GoldenContracts.ResultOf(registry, contract.Name)
                from period in result.Periods
                select ($"{contract.Name} {period.Period.Id}", AssessmentWorkbook.Write(result, period, origin)));
        }

        var recalculated = LibreOffice.Recalculate(files.ConvertAll(file => file.Bytes));
        Files = files.ToDictionary(file => file.Key, file => file.Bytes, StringComparer.Ordinal);
        Claimed = files.ToDictionary(file => file.Key, file => WorkbookCells.Read(file.Bytes), StringComparer.Ordinal);
        Found = files.Zip(recalculated).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }

    internal IReadOnlyDictionary<string, byte[]> Files { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Claimed { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Found { get; }
}
