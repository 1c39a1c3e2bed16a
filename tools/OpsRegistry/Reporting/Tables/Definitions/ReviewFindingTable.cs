using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Findings.FindingEntry>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What is wrong, in few words: an excerpt of the file shows more.</summary>
internal static class ReviewFindingTable
{
    private const string Message = "message";

    public static Table<FindingEntry> For(Text title, IReadOnlyList<FindingEntry> findings) => new("findings", title, Columns, findings) { ReadsAsList = true };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.State("rule", new("规则", "rule"), finding => new(Text.Same(finding.Rule), ToneOf(finding.Severity))),
        Column.Words(Message, new("问题", "message"), finding => finding.Message),
        new("place", new("位置", "place"), ValueKind.Record, finding => Value.FileAt(finding.Path, finding.Line)),
        Column.Words("help", new("办法", "help"), finding => finding.Help) with { Under = Message },
    ];

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Warning,
        Severity.Note => Tone.Plain,
    };
}
