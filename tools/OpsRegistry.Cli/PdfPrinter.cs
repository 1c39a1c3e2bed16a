using System.ComponentModel;
using System.Diagnostics;

namespace OpsRegistry.Cli;

/// <summary>Prints Word documents as PDF with LibreOffice, in a profile of its own that is thrown away.</summary>
internal static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The PDF of each document, in their order.</summary>
    /// <exception cref="IOException">LibreOffice is not there, took too long, or did not print.</exception>
    public static IReadOnlyList<(string Name, byte[] Pdf)> Print(IReadOnlyList<(string Name, byte[] Word)> documents)
    {
        var work = Directory.CreateTempSubdirectory("opsreg-pdf-");
        try
        {
            WriteProfile(work.FullName);
            var files = documents.Select((_, index) => Path.Combine(work.FullName, $"{index:D4}.docx")).ToList();
            foreach (var (file, document) in files.Zip(documents))
            {
                File.WriteAllBytes(file, document.Word);
            }

            var said = Run([
                $"-env:UserInstallation={new Uri(Path.Combine(work.FullName, "profile")).AbsoluteUri}", "--headless", "--norestore",
                "--convert-to", "pdf:writer_pdf_Export", "--outdir", work.FullName, .. files]);
            return files.Zip(documents, (file, document) => (document.Name, Read(Path.ChangeExtension(file, ".pdf"), said))).ToList();
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static byte[] Read(string file, string said) => File.Exists(file)
        ? File.ReadAllBytes(file)
        : throw new IOException($"LibreOffice 没有打印出 PDF（是否缺 libreoffice-writer-nogui？） / LibreOffice printed no PDF (is libreoffice-writer-nogui missing?): {said}");

    private static string Run(IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("soffice", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new IOException($"LibreOffice 在 {Patience.TotalMinutes} 分钟内没有完成 / LibreOffice did not finish within {Patience.TotalMinutes} minutes");
            }

            return $"{output.Result}{errors.Result}".Trim();
        }
        catch (Win32Exception absent)
        {
            throw new IOException(
                "PDF 需要 LibreOffice Writer：apt-get install libreoffice-writer-nogui fonts-noto-cjk；或用浏览器打印 --format html 的页面 / a PDF needs LibreOffice Writer (apt-get install libreoffice-writer-nogui fonts-noto-cjk), or print the page of --format html from a browser",
                absent);
        }
    }

    /// <summary>Where the office fonts are absent it prints with Noto, serif for serif.</summary>
    private static void WriteProfile(string work) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(Path.Combine(work, "profile", "user")).FullName, "registrymodifications.xcu"),
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
        {Substitute("_0", "宋体", "Noto Serif CJK SC")}
        {Substitute("_1", "黑体", "Noto Sans CJK SC")}
        {Substitute("_2", "Times New Roman", "Noto Serif CJK SC")}
        </oor:items>
        """);

    private static string Substitute(string node, string font, string by) =>
        $"""<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="{node}" oor:op="replace"><prop oor:name="ReplaceFont" oor:op="fuse"><value>{font}</value></prop><prop oor:name="SubstituteFont" oor:op="fuse"><value>{by}</value></prop><prop oor:name="Always" oor:op="fuse"><value>true</value></prop><prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop></node></item>""";
}
