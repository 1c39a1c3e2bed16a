using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Templates;

namespace OpsRegistry.Reporting.Documents;

/// <summary>A document as a Word file: real headings, tables that repeat their heads, page numbers; equal content gives equal bytes.</summary>
internal static class WordDocument
{
    /// <summary>The width of the text in twentieths of a point: A4 less two centimetres on each side.</summary>
    internal const int TextWidth = 11906 - (2 * 1134);

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(WorkbookProperties properties, string markdown)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = properties.Title;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.All();
            var footer = main.AddNewPart<FooterPart>("footer");
            footer.Footer = PageNumbers();
            var body = new Body();
            foreach (var block in TemplateMarkdown.Parse(markdown))
            {
                body.Append(WordBlocks.Write(block));
            }

            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1247, Bottom = 1247, Left = 1134, Right = 1134, Header = 720, Footer = 624, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return NormalisedPackage.Normalise(stream.ToArray(), properties);
    }

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Footer }),
        new SimpleField(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("1"))) { Instruction = "PAGE" },
        new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(" / ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("1"))) { Instruction = "NUMPAGES" }));
}
