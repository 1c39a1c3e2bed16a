using System.ComponentModel;
using System.Diagnostics;

namespace OpsRegistry.Cli;

/// <summary>Prints documents and workbooks as PDF with LibreOffice, in a profile of its own that is thrown away.</summary>
internal static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The PDF of each document, in their order.</summary>
    /// <param name="documents">The documents with their names, all of one kind.</param>
    /// <param name="kind">What they are.</param>
    /// <exception cref="IOException">LibreOffice is not there, took too long, or did not print.</exception>
    public static IReadOnlyList<(string Name, byte[] Pdf)> Print(IReadOnlyList<(string Name, byte[] Bytes)> documents, PrintedKind kind)
    {
        var work = Directory.CreateTempSubdirectory("opsreg-pdf-");
        try
        {
            WriteProfile(work.FullName);
            var files = documents.Select((_, index) => Path.Combine(work.FullName, $"{index:D4}.{kind.Extension}")).ToList();
            foreach (var (file, document) in files.Zip(documents))
            {
                File.WriteAllBytes(file, document.Bytes);
            }

            var said = Run([
                $"-env:UserInstallation={new Uri(Path.Combine(work.FullName, "profile")).AbsoluteUri}", "--headless", "--norestore",
                "--convert-to", $"pdf:{kind.Filter}", "--outdir", work.FullName, .. files], kind);
            return files.Zip(documents, (file, document) => (document.Name, Read(Path.ChangeExtension(file, ".pdf"), kind, said))).ToList();
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static byte[] Read(string file, PrintedKind kind, string said) => File.Exists(file)
        ? File.ReadAllBytes(file)
        : throw new IOException($"LibreOffice 没有打印出 PDF（是否缺 {kind.Package}？） / LibreOffice printed no PDF (is {kind.Package} missing?): {said}");

    private static string Run(IEnumerable<string> arguments, PrintedKind kind)
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
                $"PDF 需要 LibreOffice：apt-get install {kind.Package} fonts-noto-cjk；{kind.Instead.Zh} / a PDF needs LibreOffice (apt-get install {kind.Package} fonts-noto-cjk); {kind.Instead.En}",
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
