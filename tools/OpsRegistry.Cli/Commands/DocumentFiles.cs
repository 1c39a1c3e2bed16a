using OpsRegistry.Model;
using OpsRegistry.Reporting.Documents;
using OpsRegistry.Reporting.Workbooks;

namespace OpsRegistry.Cli.Commands;

/// <summary>
/// Writes documents in the formats asked for, each file whole or not at all. An office edits what it was given: a document that is not as it was
/// written here is kept.
/// </summary>
internal sealed class DocumentFiles(string folder, IReadOnlyList<string> formats)
{
    private readonly WrittenFiles list = new(folder, ".opsreg-documents", "# Written by ./opsreg document: the files of this folder that it may replace.");
    private readonly List<string> written = [];
    private readonly List<string> kept = [];
    private readonly List<(string Name, byte[] Word)> toPrint = [];

    /// <summary>The files in the order in which they were written.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>The files that somebody changed since they were written, and that were therefore left as they are.</summary>
    public IReadOnlyList<string> Kept => kept;

    /// <summary>Writes one document; what is to be a PDF waits for <see cref="Print"/>.</summary>
    public void Write(DocumentBasis basis, TemplateFile template)
    {
        var name = $"{basis.Kind.Name}-{basis.Name.Replace("..", "_", StringComparison.Ordinal)}{(basis.Service is { } service ? $"-{service}" : "")}";
        var markdown = DocumentText.Fill(basis, template);
        var title = $"{basis.Folder.Terms.Title.Zh} {basis.Kind.Title.Zh} {basis.Name}";
        var word = new Lazy<byte[]>(() => WordDocument.Write(new WorkbookProperties(title, "ops-registry", basis.Measurement.AsOf), markdown));
        foreach (var format in formats)
        {
            switch (format)
            {
                case "md":
                    Put($"{name}.md", Encoding.UTF8.GetBytes(markdown));
                    break;
                case "html":
                    Put($"{name}.html", ReportFiles.Text(output => DocumentHtml.Write(output, title, markdown)));
                    break;
                case "docx":
                    Put($"{name}.docx", word.Value);
                    break;
                default:
                    toPrint.Add((name, word.Value));
                    break;
            }
        }
    }

    /// <summary>Makes the PDFs, all in one start of LibreOffice.</summary>
    /// <exception cref="IOException">LibreOffice is not there, or did not print.</exception>
    public void Print()
    {
        if (toPrint.Count == 0)
        {
            return;
        }

        foreach (var (name, bytes) in PdfPrinter.Print(toPrint, PrintedKind.Document))
        {
            Put($"{name}.pdf", bytes);
        }
    }

    private void Put(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        var known = list.Read();
        if (File.Exists(file) && File.ReadAllBytes(file) is var there && !there.AsSpan().SequenceEqual(bytes) && !known.Contains((name, WrittenFiles.Digest(there))))
        {
            kept.Add(file);
            return;
        }

        ReportFiles.Put(folder, name, bytes);
        list.Write(known.Where(one => one.Path != name).Append((name, WrittenFiles.Digest(bytes))));
        written.Add(file);
    }
}
