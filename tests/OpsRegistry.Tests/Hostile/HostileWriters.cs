using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Documents;
using OpsRegistry.Reporting.Due;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Templates;
using OpsRegistry.Time;
using OpsRegistry.Verifying;

namespace OpsRegistry.Tests.Hostile;

/// <summary>Every writer that shows text from records, and the format that its text must be encoded for. A new writer is one line.</summary>
internal static class HostileWriters
{
    public static IReadOnlyList<HostileWriter> All { get; } =
    [
        new("score", Form.Terminal, run => Text(output => BlockText.Write(output, AssessmentBlocks.For(run.Result, run.Result.Periods), Language.Zh))),
        new("settle", Form.Terminal, run => Text(output => BlockText.Write(output, AccountBlocks.For(run.Result), Language.Zh))),
        new("sla", Form.Terminal, run => Text(output => BlockText.Write(output, LevelBlocks.For(run.Folder, [ServiceLevelStatement.Compute(run.Result.Measurement, run.Period.Period)]), Language.Zh))),
        new("due", Form.Terminal, run => Text(output => BlockText.Write(output, DueBlocks.For(Due(run)), Language.Zh))),
        new("staff", Form.Terminal, run => Text(output => BlockText.Write(output, StaffingBlocks.For(run.Folder, StaffingDays.Count(run.Folder), []), Language.Zh))),
        new("explain", Form.Terminal, run => Text(output => run.Result.Periods.SelectMany(period => period.Assessment.Deductions.Select(deduction => (period, deduction))).ToList()
            .ForEach(pair => DeductionProof.Write(output, pair.period, pair.deduction, Language.Zh)))),
        new("check as text", Form.Terminal, run => Text(output => TextFindings.Write(output, Checker.Check(run.Faulty), run.Faulty.Lines, Language.Zh))),
        new("check for GitHub", Form.GitHub, run => Text(output => GitHubFindings.Write(output, Checker.Check(run.Faulty), Language.Zh))),
        new("check as JSON", Form.Json, run => Text(output => JsonFindings.Write(output, Checker.Check(run.Faulty)))),
        new("check as SARIF", Form.Json, run => Text(output => SarifFindings.Write(output, Checker.Check(run.Faulty), Language.Zh, "0.0.0"))),
        new("check as JUnit", Form.Xml, run => Text(output => JUnitFindings.Write(output, Checker.Check(run.Faulty), Language.Zh))),
        new("assessment.md", Form.Markdown, run => Text(output => AssessmentMarkdown.Write(output, run.Result, run.Period))),
        new("assessment.json", Form.Json, run => Text(output => AssessmentJson.Write(output, run.Period, run.Origin, Language.Zh))),
        new("sla as JSON", Form.Json, run => Text(output => LevelJson.Write(output, [ServiceLevelStatement.Compute(run.Result.Measurement, run.Period.Period)]))),
        new("waiting", Form.Terminal, run => Text(output => BlockText.Write(output, WaitingBlocks.For(Waiting(run)), Language.Zh))),
        new("waiting.md", Form.Markdown, run => Text(output => new BlockMarkdown(output, Language.Zh).Write(WaitingBlocks.For(Waiting(run))))),
        new("waiting as JSON", Form.Json, run => Text(output => WaitingJson.Write(output, Waiting(run)))),
        new("explain as JSON", Form.Json, run => Text(output => ProofJson.Write(output, run.Result.Periods, new(null), run.Origin))),
        new("due as JSON", Form.Json, run => Text(output => DueJson.Write(output, Due(run)))),
        new("assessment.xlsx", Form.Workbook, run => Convert.ToBase64String(AssessmentWorkbook.ToBytes(run.Result, run.Period, run.Origin, AssessmentVolume.SigningSet))),
        new("data-book.xlsx", Form.Workbook, run => Convert.ToBase64String(AssessmentWorkbook.ToBytes(run.Result, run.Period, run.Origin, AssessmentVolume.DataBook))),
        new("fault report.md", Form.Markdown, run => Document(run, "fault-report")),
        new("fault report.html", Form.Html, run => Text(output => DocumentHtml.Write(output, "故障", Document(run, "fault-report")))),
        new("fault report.docx", Form.Word, run => Convert.ToBase64String(WordDocument.Write(new WorkbookProperties("故障", "ops-registry", run.AsOf), Document(run, "fault-report")))),
        new("acceptance.md", Form.Markdown, run => Document(run, "acceptance-summary")),
        new("acceptance.html", Form.Html, run => Text(output => DocumentHtml.Write(output, "验收", Document(run, "acceptance-summary")))),
    ];

    private static string Text(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }

    private static DueList Due(HostileRun run)
    {
        var measured = AssessmentPeriod.Plan(run.Folder.Terms).Select(period => (run.Result.Measurement, period)).ToList();
        return DueList.Build(measured, run.Result, run.AsOf, BeijingTime.DateEndingAt(run.AsOf).PlusDays(400));
    }

    private static WaitingList Waiting(HostileRun run) => WaitingList.Of(run.AsOf, [(run.Result, ContractRunner.Measure(run.Folder, run.Calendar, run.AsOf))]);

    private static string Document(HostileRun run, string kind)
    {
        var asked = DocumentKind.Named(kind)!;
        var term = new DateSpan(run.Folder.Terms.Term.Start, run.Folder.Terms.Term.End);
        var basis = new DocumentBasis(asked, run.Result.Measurement, run.Origin, term, "T") { Result = run.Result };
        var fact = run.Result.Measurement.Facts.First(fact => fact.Record is Model.Incident);
        return DocumentText.Fill(asked.Subject == DocumentSubject.Record ? basis with { Fact = fact, Result = null } : basis, DocumentText.TemplateOf(run.Loaded.Registry, run.Folder.Name, asked));
    }
}

/// <summary>A writer.</summary>
/// <param name="Name">What a test's name calls it.</param>
/// <param name="Form">The format.</param>
/// <param name="Write">What it writes; bytes as Base64.</param>
internal sealed record HostileWriter(string Name, Form Form, Func<HostileRun, string> Write);

/// <summary>The formats that text must be encoded for.</summary>
internal enum Form
{
    Terminal,
    Markdown,
    Html,
    GitHub,
    Json,
    Xml,
    Workbook,
    Word,
}
