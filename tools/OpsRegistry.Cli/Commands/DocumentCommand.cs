using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Documents;
using OpsRegistry.Templates;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg document</c>: the papers that a contract asks for, from templates that an office can edit.</summary>
internal static class DocumentCommand
{
    private static readonly string[] Formats = ["md", "html", "docx", "pdf"];

    public static Command Create()
    {
        var kind = new Argument<string?>("kind") { Description = "文书种类；不写则列出全部 / kind of document; all are listed without it", Arity = ArgumentArity.ZeroOrOne };
        var contract = GlobalOptions.Contract();
        var record = new Option<string?>("--record") { Description = "所依据的记录 / the record it is about", HelpName = "name" };
        var period = new Option<string?>("--period")
        {
            Description = "期间：P1、M3、Q2、H1、Y1、2026-01、2026-Q1、2026-H1、2026、2026-01-05..2026-01-20；对记录类文书：期间内每条记录一份 / the days; for documents about records: one for each record in them",
            HelpName = "span",
        };
        var service = new Option<string?>("--service") { Description = "只报告一个服务项 / only one service", HelpName = "name" };
        var format = new Option<string>("--format", "-f") { Description = "格式，可用逗号分隔：md、html、docx、pdf / formats, with commas between them", DefaultValueFactory = _ => "md,html,docx" };
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件夹，默认 reports/<合同>/documents/ / folder to write to", HelpName = "folder" };
        var asOf = GlobalOptions.AsOf();
        var command = new Verb("document", "按模板生成文书：巡检记录、故障报告、月报、季报、验收总结等 / write documents from templates: inspection records, fault reports, service reports, acceptance summary",
            "./opsreg document",
            "./opsreg document fault-report pingdingshan-2025 --record incident-2026-0003 --format docx,pdf",
            "./opsreg document inspection-record pengjiang-2025 --period Q2",
            "./opsreg document monthly-report fujian-2023 --period P6",
            "./opsreg document annual-report zhangjiagang-2024 --service sw-001",
            "./opsreg document acceptance-summary zhangjiagang-2024 --format pdf --output /tmp")
        {
            Arguments = { kind, contract },
            Options = { record, period, service, format, output, asOf },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            if (parse.GetValue(kind) is not { } asked)
            {
                WriteKinds(session);
                return ExitCode.Clean;
            }

            var folder = Folder(session, parse.GetValue(contract));
            var request = new DocumentRequest(session, Kind(asked), folder, session.AsOf(asOf, folder))
            {
                Record = parse.GetValue(record),
                Period = parse.GetValue(period),
                Service = parse.GetValue(service),
            };
            return Run(session, request, FormatsOf(parse.GetValue(format)!), parse.GetValue(output));
        });
        return command;
    }

    private static int Run(Session session, DocumentRequest request, IReadOnlyList<string> formats, string? output)
    {
        if (session.Refuses(request.Contract))
        {
            return ExitCode.Findings;
        }

        var template = DocumentText.TemplateOf(session.Loaded.Registry, request.Contract.Name, request.Kind);
        if (!DocumentText.CanUse(template))
        {
            session.Error.WriteLine(new Text($"opsreg：模板 {template.Path} 有误，见 ./opsreg check", $"opsreg: template {template.Path} is faulty, see ./opsreg check").In(session.Language));
            return ExitCode.Findings;
        }

        var exit = session.ReportUnreadable();
        var documents = request.Documents();
        exit = Math.Max(exit, session.ReportUncovered(request.Contract.Name, documents.SelectMany(basis => basis.Measurement.TargetsIn(new("", 0, basis.Days, false)))));
        var folder = output ?? Path.Combine(session.Workspace.Root, "reports", request.Contract.Name, "documents");
        var files = new DocumentFiles(folder, formats);
        Progress.Over(session, documents, basis => basis.Name, basis => files.Write(basis, template));
        files.Finish();
        foreach (var file in files.Written)
        {
            session.Output.WriteLine(file);
        }

        session.Output.WriteSummary(SummaryWords.Files(files.Written.Count), session.Language);

        foreach (var file in files.Kept)
        {
            session.Error.WriteLine(new Text(
                $"opsreg：“{file}”写出以后被改过，没有覆盖；请移走它，或用 --output 指定别的文件夹",
                $"opsreg: '{file}' was changed since it was written and was kept; move it away, or name another folder with --output").In(session.Language));
        }

        return files.Kept.Count > 0 ? Math.Max(exit, ExitCode.Findings) : exit;
    }

    private static void WriteKinds(Session session)
    {
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left);
        table.Head(new Text("文书", "document").In(session.Language), new Text("名称", "title").In(session.Language), new Text("依据", "about").In(session.Language));
        foreach (var kind in DocumentKind.All)
        {
            table.Add(kind.Name, kind.Title.In(session.Language), About(kind).In(session.Language));
        }

        table.Write(session.Output);
    }

    private static Text About(DocumentKind kind) => kind.Subject switch
    {
        DocumentSubject.Record => new($"--record {string.Join("、", kind.RecordKinds)}", $"--record {string.Join(" or ", kind.RecordKinds)}"),
        DocumentSubject.Days => new($"--period，{kind.Months} 个月", $"--period, {English.Count(kind.Months, "month")}"),
        DocumentSubject.Term => new("全服务期", "the whole term"),
    };

    private static DocumentKind Kind(string name) => DocumentKind.Named(name) ?? throw new UsageException(Misuse.With(
        new($"没有文书“{name}”；有：{string.Join("、", DocumentKind.All.Select(kind => kind.Name))}", $"there is no document '{name}'; there are: {string.Join(", ", DocumentKind.All.Select(kind => kind.Name))}"),
        Nearest.Meant(name, DocumentKind.All.ToDictionary(kind => kind.Name, kind => kind.Title, StringComparer.Ordinal))));

    private static ContractFolder Folder(Session session, string? name) => name is null
        ? throw new UsageException(new("须写明合同，如 ./opsreg document monthly-report fujian-2023", "name the contract, e.g. ./opsreg document monthly-report fujian-2023"))
        : session.Contracts(name)[0];

    private static IReadOnlyList<string> FormatsOf(string text)
    {
        var formats = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return formats.Count > 0 && formats.TrueForAll(Formats.Contains)
            ? formats
            : throw new UsageException(new($"--format “{text}”：只有 {string.Join("、", Formats)}", $"--format '{text}': there are {string.Join(", ", Formats)}"));
    }
}
