using System.CommandLine;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg coverage</c>: which clauses of each source document are modelled, partly or not, and why; with the document itself, counted in it.</summary>
internal static class CoverageCommand
{
    private const int Width = 110; // columns of a block of YAML

    private static readonly Argument<string?> Contract = GlobalOptions.Contract();
    private static readonly Option<bool> Entries = new("--entries") { Description = "逐条列出 / list every clause" };
    private static readonly Option<string?> Source = new("--source") { Description = "来源文件的文本：核对校验和、行数、空行和每处条款出处，并显示原文 / the text of the document: its checksum, lines, blank lines and every citation are checked, and its words shown", HelpName = "file" };
    private static readonly Option<string> Format = GlobalOptions.Format("text", "json", "csv", "markdown");

    public static Command Create()
    {
        var command = new Verb(
            "coverage",
            "来源文件各条款：已建模、部分、未建模及缘由 / how far each clause of the source documents is modelled, and why not",
            "./opsreg coverage",
            "./opsreg coverage pingdingshan-2025 --entries",
            "./opsreg coverage pingdingshan-2025 --source 招标文件.txt")
        {
            Arguments = { Contract },
            Options = { Entries, Source, Format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(Contract));
            var exit = session.ReportUnreadable();
            return parse.GetValue(Source) is { } file ? Compare(session, file, exit) : List(session, exit);
        });
        return command;
    }

    private static int List(Session session, int exit)
    {
        var folders = session.Contracts(session.Parse.GetValue(Contract));
        var documents = folders.Select(folder => DocumentCoverage.Of(folder, session.Loaded.Registry.SourceTextsOf(folder.Name))).OfType<DocumentCoverage>().ToList();
        foreach (var folder in folders.Where(folder => documents.All(document => document.Folder.Name != folder.Name)))
        {
            session.Error.WriteLine($"opsreg: {folder.Name} {new Text("没有 coverage.yaml", "has no coverage.yaml").In(session.Language)}");
            exit = ExitCode.Findings;
        }

        Write(session, documents);
        return documents.All(document => document.Map.IsComplete) ? exit : ExitCode.Findings;
    }

    /// <summary>Holds a document against the contract that was read from it.</summary>
    private static int Compare(Session session, string file, int exit)
    {
        var text = SourceText.Read(file, "", "", File.ReadAllBytes(file)) ?? throw new UsageException(new($"“{file}”不是 UTF-8 文本", $"'{file}' is no UTF-8 text"));
        var folder = Find(session, text);
        var id = folder.Of<Coverage>().First().Spec.Source;
        text = text with { Contract = folder.Name, Id = id };
        var document = new DocumentCoverage(folder, CoverageMap.Build(folder, text)!, text);
        var differences = SourceComparison.Differences(text, folder);
        var wrong = (
            from resource in folder.Resources
            from clause in resource.Cited
            let cited = Citation.Read(clause.Text)
            where cited is { } lines && lines.Source == id
            let fault = SourceComparison.FaultOf(cited.Value, text.Lines.Count, text.Blank)
            where fault is not null
            select new Text($"{clause.Place.Path}:{clause.Place.Line} “{clause.Text}”：{fault.Value.Zh}", $"{clause.Place.Path}:{clause.Place.Line} '{clause.Text}': {fault.Value.En}")).ToList();
        Write(session, [document]);
        if (session.Parse.GetValue(Format) == "text")
        {
            WriteComparison(session, text, differences, wrong);
        }

        return differences.Count == 0 && wrong.Count == 0 && document.Map.IsComplete ? exit : ExitCode.Findings;
    }

    /// <summary>The contract asked for, or the one whose source has the text's checksum.</summary>
    private static ContractFolder Find(Session session, SourceText text)
    {
        var asked = session.Parse.GetValue(Contract);
        var found = session.Contracts(asked).Where(folder => folder.Of<Coverage>().Any() && (asked is not null || folder.Terms.Sources.Any(source => source.Sha256 == text.Sha256))).ToList();
        return found.Count == 1 ? found[0] : throw new UsageException(asked is not null
            ? new($"“{asked}”没有 coverage.yaml", $"'{asked}' has no coverage.yaml")
            : new($"没有合同的来源是 SHA-256 {text.Sha256[..12]}…；写明合同名，如 ./opsreg coverage 合同 --source {text.Path}", $"no contract has a source of SHA-256 {text.Sha256[..12]}…; name the contract, as ./opsreg coverage CONTRACT --source {text.Path}"));
    }

    private static void Write(Session session, IReadOnlyList<DocumentCoverage> documents)
    {
        var entries = session.Parse.GetValue(Entries);
        switch (session.Parse.GetValue(Format))
        {
            case "json":
                CoverageJson.Write(session.Output, documents);
                break;
            case "csv" when entries:
                TableCsv.Write(session.Output, [CoverageTable.Contract], documents.Select(document => ((IReadOnlyList<string>)[document.Folder.Name], (Table)ClauseTable.For(document))).ToList(), session.Language);
                break;
            case "csv":
                TableCsv.Write(session.Output, [], [([], CoverageTable.For(documents))], session.Language);
                break;
            case "markdown":
                new BlockMarkdown(session.Output, session.Language).Write(CoverageBlocks.For(documents, entries));
                break;
            default:
                BlockText.Write(session.Output, CoverageBlocks.For(documents, entries), session.Language);
                session.Output.WriteSummary(SummaryWords.OfDocuments(documents), session.Language);
                break;
        }
    }

    private static void WriteComparison(Session session, SourceText text, IReadOnlyList<Message> differences, IReadOnlyList<Text> wrong)
    {
        var (output, language) = (session.Output, session.Language);
        output.WriteLine();
        foreach (var words in differences.Select(difference => difference.Words).Concat(wrong))
        {
            output.WriteLine(Tone.Warning, VisibleText.Show(words.In(language)));
        }

        if (wrong.Count == 0)
        {
            output.WriteLine(Tone.Good, new Text("每处条款出处的行都有文字", "every cited line has words").In(language));
        }

        if (differences.Count == 0)
        {
            output.WriteLine(Tone.Good, new Text("文本就是所依据的那一份", "the text is the one that was read").In(language));
            return;
        }

        output.WriteLine();
        output.WriteLine(new Text("以这份文本为准时，写：", "To go by this text, write:").In(language));
        output.WriteLine($"# contract.yaml, sources, id: \"{text.Id}\"");
        output.WriteLine($"sha256: {text.Sha256}");
        output.WriteLine("# coverage.yaml, spec");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lines: {text.Lines.Count}"));
        output.WriteLine("blank: >-");
        foreach (var line in Folded(text.Blank.ToString()))
        {
            output.WriteLine($"  {line}");
        }
    }

    private static IEnumerable<string> Folded(string words)
    {
        var line = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }
}
