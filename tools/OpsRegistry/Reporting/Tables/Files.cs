using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Tables;

/// <summary>Files as values.</summary>
internal static class Files
{
    private const int ShownBlob = 12;

    /// <summary>A file with the beginning of its blob id; the whole id stands where results are verified.</summary>
    public static Value Link(ContractFolder folder, Resource resource) =>
        new Value.Code($"{ContractFiles.Short(folder, resource.Path)}\n{resource.Blob[..Math.Min(ShownBlob, resource.Blob.Length)]}");

    /// <summary>What a record brought with it.</summary>
    public static Text Evidence(RecordSpec record) => Text.Same(Workbooks.Sheets.Words.EvidenceOf(record));
}
