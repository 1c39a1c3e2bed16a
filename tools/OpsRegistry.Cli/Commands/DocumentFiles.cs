using OpsRegistry.Model;
using OpsRegistry.Reporting.Documents;
using OpsRegistry.Reporting.Workbooks;

namespace OpsRegistry.Cli.Commands;

/// <summary>
/// Writes documents in the formats asked for, all or none. An office edits what it was given: a document that is not as it was
/// written here is kept.
/// </summary>
internal sealed class DocumentFiles(string folder, IReadOnlyList<string> formats)
{
    private readonly WrittenFiles list = new(folder, ".opsreg-documents", "# Written by ./opsreg document: the files of this folder that it may replace.");
    private readonly List<string> written = [];
    private readonly List<string> kept = [];
    private readonly List<(string Name, byte[] Word)> toPrint = [];
    private readonly Dictionary<string, byte[]> toWrite = new(StringComparer.Ordinal);

    /// <summary>The files in the order in which they were written.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>The files that somebody changed since they were written, and that were therefore left as they are.</summary>
    public IReadOnlyList<string> Kept => kept;

    /// <summary>Makes one document; it is written by <see cref="Finish"/>.</summary>
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

    /// <summary>Makes the PDFs, all in one start of LibreOffice, and writes what was made.</summary>
    /// <exception cref="IOException">LibreOffice is not there, or did not print; nothing was written.</exception>
    public void Finish()
    {
        if (toPrint.Count > 0)
        {
            foreach (var (name, bytes) in PdfPrinter.Print(toPrint, PrintedKind.Document))
            {
                Put($"{name}.pdf", bytes);
            }
        }

        if (toWrite.Count == 0)
        {
            return;
        }

        // With the list that says they are ours: a document that is not in it is somebody's own.
        var ours = list.Read().Where(one => !toWrite.ContainsKey(one.Path)).Concat(toWrite.Select(one => (one.Key, WrittenFiles.Digest(one.Value))));
        FileSet.Replace(folder, [.. toWrite.Select(one => (one.Key, one.Value)), (list.Name, list.BytesOf(ours))]);
    }

    private void Put(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file) && File.ReadAllBytes(file) is var there && !there.AsSpan().SequenceEqual(bytes) && !list.Read().Contains((name, WrittenFiles.Digest(there))))
        {
            kept.Add(file);
            return;
        }

        toWrite[name] = bytes;
        written.Add(file);
    }
}
