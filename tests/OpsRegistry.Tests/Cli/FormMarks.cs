using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace OpsRegistry.Tests.Cli;

/// <summary>What a form that came back bears, read through the SDK of the format.</summary>
internal sealed record FormMarks(IReadOnlyDictionary<string, string> Comments, IReadOnlyList<string> Coloured, string Summary, IReadOnlyDictionary<string, IReadOnlyList<string>> Texts, IReadOnlyList<string> Faults, IReadOnlyDictionary<string, byte[]> Parts)
{
    public static FormMarks Read(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        var fills = book.WorkbookStylesPart!.Stylesheet!.Fills!.Elements<Fill>().ToList();
        var formats = book.WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        var coloured = new List<string>();
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var sheet in book.Workbook!.Descendants<Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!);
            foreach (var comment in part.WorksheetCommentsPart?.Comments?.Descendants<Comment>() ?? [])
            {
                comments[$"{sheet.Name}!{comment.Reference}"] = comment.InnerText;
            }

            var cells = part.Worksheet!.Descendants<Cell>().ToList();
            coloured.AddRange(cells.Where(cell => fills[(int)(formats[(int)(cell.StyleIndex?.Value ?? 0)].FillId?.Value ?? 0)].PatternFill?.ForegroundColor?.Rgb?.Value == "FFFFC7CF").Select(cell => $"{sheet.Name}!{cell.CellReference}"));
            texts[sheet.Name!.Value!] = cells.Select(cell => cell.DataType?.Value == CellValues.SharedString && cell.CellValue is { } value ? shared[int.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture)] : cell.InnerText).Where(text => text.Length > 0).ToList();
        }

        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ToList();
        return new(comments, coloured, string.Join('\n', texts["登记结果"]), texts, faults, PartsOf(File.ReadAllBytes(path)));
    }

    /// <summary>The parts of another file that stand here with other bytes, or not at all.</summary>
    public IEnumerable<string> ChangedParts(byte[] original) =>
        PartsOf(original).Where(part => !Parts.TryGetValue(part.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(part.Value)).Select(part => part.Key);

    private static Dictionary<string, byte[]> PartsOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
