namespace OpsRegistry.Cli;

/// <summary>What LibreOffice prints, and what it needs for it.</summary>
/// <param name="Extension">The ending of the files.</param>
/// <param name="Filter">LibreOffice's name of the printer.</param>
/// <param name="Package">The Debian package that has it.</param>
/// <param name="Instead">What can be done without.</param>
internal sealed record PrintedKind(string Extension, string Filter, string Package, Text Instead)
{
    public static PrintedKind Document { get; } = new("docx", "writer_pdf_Export", "libreoffice-writer-nogui",
        new("或用浏览器打印 --format html 的页面", "or print the page of --format html from a browser"));

    public static PrintedKind Workbook { get; } = new("xlsx", "calc_pdf_Export", "libreoffice-calc-nogui",
        new("或在 Excel、WPS 里选中前四张工作表打印", "or select the first four sheets in Excel or WPS and print them"));
}
