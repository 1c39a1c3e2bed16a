using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace OpsRegistry.Tests.Reporting;

/// <summary>What a PDF says, page by page and line by line, as pdftotext finds it on the paper.</summary>
internal static class PdfText
{
    /// <summary>What each page says; a page on which nothing is written says nothing.</summary>
    public static IReadOnlyList<string> PagesOf(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), $"opsreg-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            var start = new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var process = Process.Start(start)!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text.Split('\f')[..^1]; // each page ends with one
        }
        catch (Win32Exception absent)
        {
            throw new InvalidOperationException("'pdftotext' is not on the path; the printed pages' proof needs it: apt-get install poppler-utils", absent);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
