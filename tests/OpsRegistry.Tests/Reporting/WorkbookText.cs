using System.IO.Compression;
using System.Text;

namespace OpsRegistry.Tests.Reporting;

/// <summary>All parts of a workbook as one text, for what no reader shows.</summary>
internal static class WorkbookText
{
    public static string Of(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
