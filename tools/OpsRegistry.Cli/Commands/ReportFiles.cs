using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary>Writes the files of one period's report, each whole or not at all.</summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes workbook, Markdown and JSON of a period below a folder.</summary>
    /// <returns>The files, by path from the folder, with whether their bytes changed.</returns>
    public static IReadOnlyList<(string Path, bool Changed)> Write(string folder, ContractResult contract, PeriodResult period, ReportOrigin origin)
    {
        var below = $"{contract.Folder.Name}/{period.Period.Id}";
        return
        [
            Put(folder, $"{below}/assessment.md", Markdown(contract, period)),
            Put(folder, $"{below}/assessment.json", Json(period, origin)),
            Put(folder, $"{below}/assessment.xlsx", file => AssessmentWorkbook.Write(file, contract, period, origin)),
        ];
    }

    /// <summary>Prints what is signed of some periods, in one start of LibreOffice.</summary>
    /// <exception cref="IOException">LibreOffice is not there, or did not print.</exception>
    public static IEnumerable<(string Path, bool Changed)> Print(string folder, ContractResult contract, IReadOnlyList<PeriodResult> periods, ReportOrigin origin) =>
        periods.Count == 0 ? [] : PdfPrinter.Print(periods.Select(period => ($"{contract.Folder.Name}/{period.Period.Id}/signing.pdf", AssessmentWorkbook.SigningSet(contract, period, origin))).ToList(), PrintedKind.Workbook)
            .Select(printed => Put(folder, printed.Name, printed.Pdf));

    /// <summary>Writes one file below a folder.</summary>
    public static (string Path, bool Changed) Put(string folder, string path, byte[] bytes) => (path, AtomicFile.Write(Path.Combine(folder, path), bytes));

    /// <summary>Writes one file below a folder, straight to the disk.</summary>
    /// <param name="path">The file's path from it.</param>
    /// <param name="write">Writes the content to a stream that can seek and be read.</param>
    public static (string Path, bool Changed) Put(string folder, string path, Action<Stream> write) => (path, AtomicFile.Write(Path.Combine(folder, path), write));

    /// <summary>The bytes of a text that a writer makes.</summary>
    public static byte[] Text(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(text);
        return Utf8.GetBytes(text.ToString());
    }

    /// <summary>The Markdown of a period.</summary>
    public static byte[] Markdown(ContractResult contract, PeriodResult period) => Text(output => AssessmentMarkdown.Write(output, contract, period));

    private static byte[] Json(PeriodResult period, ReportOrigin origin) => Text(output => AssessmentJson.Write(output, period, origin, Language.Zh));
}
