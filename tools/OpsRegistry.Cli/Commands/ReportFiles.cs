using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Verifying;

namespace OpsRegistry.Cli.Commands;

/// <summary>Writes the files of periods' reports, all of a set or none.</summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes both workbooks, Markdown and JSON of a period into a set.</summary>
    /// <param name="below">The folder in the set's, with a slash at its end; empty for the set's own.</param>
    /// <returns>The files, by path in that folder, with whether their bytes change.</returns>
    public static IReadOnlyList<(string Path, bool Changed)> Stage(FileSet set, string below, ContractResult contract, PeriodResult period, ReportOrigin origin)
    {
        var folder = $"{contract.Folder.Name}/{period.Period.Id}/";
        var path = folder + "assessment";
        return
        [
            (path + ".md", set.Stage($"{below}{path}.md", Markdown(contract, period))),
            (path + ".json", set.Stage($"{below}{path}.json", Json(period, origin))),
            Workbook(AssessmentWorkbook.SigningSetFile, AssessmentVolume.SigningSet),
            Workbook(AssessmentWorkbook.DataBookFile, AssessmentVolume.DataBook),
        ];

        (string Path, bool Changed) Workbook(string name, AssessmentVolume volume) =>
            (folder + name, set.Stage($"{below}{folder}{name}", file => AssessmentWorkbook.Write(file, contract, period, origin, volume)));
    }

    /// <summary>Prints what is signed of some periods, in one start of LibreOffice.</summary>
    /// <exception cref="IOException">LibreOffice is not there, or did not print.</exception>
    public static IEnumerable<(string Path, bool Changed)> Print(FileSet set, string below, ContractResult contract, IReadOnlyList<PeriodResult> periods, ReportOrigin origin) =>
        periods.Count == 0 ? [] : PdfPrinter.Print(periods.Select(period => ($"{contract.Folder.Name}/{period.Period.Id}/signing.pdf", AssessmentWorkbook.ToBytes(contract, period, origin, AssessmentVolume.SigningSet))).ToList(), PrintedKind.Workbook)
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
