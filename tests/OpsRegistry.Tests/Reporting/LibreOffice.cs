using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OpsRegistry.Tests.Reporting;

/// <summary>
/// LibreOffice as the second opinion on our workbooks: it calculates every formula again, whatever value the file claims.
/// One throw-away profile for a test run, one process at a time. Without LibreOffice these tests fail; they are never skipped.
/// </summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Lock OneAtATime = new();
    private static readonly Lazy<string> Profile = new(CreateProfile);

    /// <summary>The workbooks as LibreOffice reads, recalculates and saves them, in one start of the program.</summary>
    public static IReadOnlyList<WorkbookCells> Recalculate(params IReadOnlyList<byte[]> workbooks) =>
        [.. Resave(workbooks).Select(WorkbookCells.Read)];

    /// <summary>The workbooks as LibreOffice saves them after calculating again.</summary>
    public static IReadOnlyList<byte[]> Resave(IReadOnlyList<byte[]> workbooks) => Convert("xlsx:Calc MS Excel 2007 XML", "xlsx", workbooks);

    /// <summary>The workbook as LibreOffice saves it again.</summary>
    public static byte[] SavedAgain(byte[] workbook) => Convert("xlsx:Calc MS Excel 2007 XML", "xlsx", [workbook])[0];

    /// <summary>The workbook as it prints.</summary>
    public static byte[] ToPdf(byte[] workbook) => ToPdf([workbook])[0];

    /// <summary>The workbooks as they print, in one start of the program.</summary>
    public static IReadOnlyList<byte[]> ToPdf(IReadOnlyList<byte[]> workbooks) => Convert("pdf:calc_pdf_Export", "pdf", workbooks);

    /// <summary>The first sheet as it is shown, separated by commas.</summary>
    public static string ToCsv(byte[] workbook) =>
        System.Text.Encoding.UTF8.GetString(Convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "csv", [workbook])[0]);

    /// <summary>The workbook with some of its named cells filled in by hand, as LibreOffice saves it: its macro types into them.</summary>
    public static byte[] Filled(byte[] workbook, params (string Name, string Words)[] cells)
    {
        lock (OneAtATime)
        {
            var work = Directory.CreateTempSubdirectory("opsreg-calc-");
            try
            {
                var (from, to) = (Path.Combine(work.FullName, "from.xlsx"), Path.Combine(work.FullName, "to.xlsx"));
                File.WriteAllBytes(from, workbook);
                var user = $"-env:UserInstallation={new Uri(Profile.Value).AbsoluteUri}";
                var said = Run([user, "--headless", "--norestore", "--terminate_after_init"]); // makes the folder of macros, which it would write over
                File.WriteAllText(Path.Combine(Profile.Value, "user", "basic", "Standard", "Module1.xba"), FillMacro);
                said += Run([user, "--headless", "--norestore",
                    $"macro:///Standard.Module1.Fill(\"{new Uri(from).AbsoluteUri}\",\"{new Uri(to).AbsoluteUri}\",\"{string.Join('|', cells.Select(cell => $"{cell.Name}={cell.Words}"))}\")"]);
                return ReadResult(to, said);
            }
            finally
            {
                work.Delete(recursive: true);
            }
        }
    }

    private const string FillMacro = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
        Sub Fill(from As String, target As String, words As String)
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          hidden(0).Name = "Hidden" : hidden(0).Value = True
          book = StarDesktop.loadComponentFromURL(from, "_blank", 0, hidden())
          Dim pair, at
          For Each pair In Split(words, "|")
            at = Split(pair, "=")
            cell = book.NamedRanges.getByName(at(0)).getReferredCells().getCellByPosition(0, 0)
            If IsNumeric(at(1)) Then cell.setValue(CDbl(at(1))) Else cell.setFormula(at(1))
          Next
          Dim saved(0) As New com.sun.star.beans.PropertyValue
          saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
          book.storeToURL(target, saved())
          book.close(True)
          StarDesktop.terminate()
        End Sub
        </script:module>
        """;

    private static List<byte[]> Convert(string filter, string extension, IReadOnlyList<byte[]> workbooks)
    {
        lock (OneAtATime)
        {
            var work = Directory.CreateTempSubdirectory("opsreg-calc-");
            try
            {
                var input = work.CreateSubdirectory("in").FullName;
                var output = work.CreateSubdirectory("out").FullName;
                var names = workbooks.Select((_, index) => index.ToString("D3", CultureInfo.InvariantCulture)).ToList();
                var files = names.Select(name => Path.Combine(input, $"{name}.xlsx")).ToList();
                foreach (var (file, bytes) in files.Zip(workbooks))
                {
                    File.WriteAllBytes(file, bytes);
                }

                var said = Run([
                    $"-env:UserInstallation={new Uri(Profile.Value).AbsoluteUri}", "--headless", "--norestore",
                    "--convert-to", filter, "--outdir", output, .. files]);
                return [.. names.Select(name => ReadResult(Path.Combine(output, $"{name}.{extension}"), said))];
            }
            finally
            {
                work.Delete(recursive: true);
            }
        }
    }

    private static byte[] ReadResult(string path, string said) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw new InvalidOperationException($"LibreOffice did not write '{Path.GetFileName(path)}'; it said: {said}");

    private static string Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"LibreOffice did not finish within {Patience}");
        }

        return $"{output.Result}{errors.Result}".Trim();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception absent)
        {
            throw new InvalidOperationException(
                "'soffice' is not on the path; the workbook's proofs need it: apt-get install libreoffice-calc", absent);
        }
    }

    /// <summary>
    /// A profile that always recalculates: by default LibreOffice trusts the values of files it did not write. It prints with
    /// Noto where the office fonts are absent, serif for serif.
    /// </summary>
    private static string CreateProfile()
    {
        // Beside the test's own files, made new by each run: a test host that is ended early leaves no litter elsewhere.
        var profile = Path.Combine(AppContext.BaseDirectory, "soffice-profile");
        if (Directory.Exists(profile))
        {
            Directory.Delete(profile, recursive: true);
        }

        var user = Directory.CreateDirectory(Path.Combine(profile, "user")).FullName;
        File.WriteAllText(Path.Combine(user, "registrymodifications.xcu"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_0" oor:op="replace"><prop oor:name="ReplaceFont" oor:op="fuse"><value>宋体</value></prop><prop oor:name="SubstituteFont" oor:op="fuse"><value>Noto Serif CJK SC</value></prop><prop oor:name="Always" oor:op="fuse"><value>true</value></prop><prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop></node></item>
            <item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_1" oor:op="replace"><prop oor:name="ReplaceFont" oor:op="fuse"><value>黑体</value></prop><prop oor:name="SubstituteFont" oor:op="fuse"><value>Noto Sans CJK SC</value></prop><prop oor:name="Always" oor:op="fuse"><value>true</value></prop><prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop></node></item>
            </oor:items>
            """);
        return profile;
    }
}
