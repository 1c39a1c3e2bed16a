using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary>Writes the files of periods' reports, all of a set or none.</summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes workbook, Markdown and JSON of a period into a set.</summary>
    /// <param name="below">The folder in the set's, with a slash at its end; empty for the set's own.</param>
    /// <returns>The files, by path in that folder, with whether their bytes change.</returns>
    public static IReadOnlyList<(string Path, bool Changed)> Stage(FileSet set, string below, ContractResult contract, PeriodResult period, ReportOrigin origin)
    {
        var path = $"{contract.Folder.Name}/{period.Period.Id}/assessment";
        return
        [
            (path + ".md", set.Stage($"{below}{path}.md", Markdown(contract, period))),
            (path + ".json", set.Stage($"{below}{path}.json", Json(period, origin))),
            (path + ".xlsx", set.Stage($"{below}{path}.xlsx", file => AssessmentWorkbook.Write(file, contract, period, origin))),
        ];
    }

    /// <summary>Prints what is signed of some periods, in one start of LibreOffice.</summary>
    /// <exception cref="IOException">LibreOffice is not there, or did not print.</exception>
    public static IEnumerable<(string Path, bool Changed)> Print(FileSet set, string below, ContractResult contract, IReadOnlyList<PeriodResult> periods, ReportOrigin origin) =>
        periods.Count == 0 ? [] : PdfPrinter.Print(periods.Select(period => ($"{contract.Folder.Name}/{period.Period.Id}/signing.pdf", AssessmentWorkbook.SigningSet(contract, period, origin))).ToList(), PrintedKind.Workbook)
            .Select(printed => (printed.Name, set.Stage(below + printed.Name, printed.Pdf)));

    /// <summary>Writes one file below a folder.</summary>
    public static (string Path, bool Changed) Put(string folder, string path, byte[] bytes) => (path, AtomicFile.Write(Path.Combine(folder, path), bytes));

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
