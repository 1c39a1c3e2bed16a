using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Coverages.DocumentCoverage>;
using ClauseColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Interpreting.CoveredClause>;
using ReasonColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Coverages.MissingPart>;
using OpsRegistry.Reporting.Coverages;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>How far each source document is modelled, in clauses and in lines with words.</summary>
internal static class CoverageTable
{
    public const string Contract = "contract";

    public static Table<DocumentCoverage> For(IReadOnlyList<DocumentCoverage> documents) => new("coverage", new("条款覆盖", "Coverage of clauses"), Columns, documents)
    {
        WhenEmpty = new("没有 coverage.yaml。", "There is no coverage.yaml."),
        Mark = document => !document.Map.IsComplete,
        Notes =
        [
            new("行只数有文字的；“部分”指同一条款有未建模的内容，缺什么见逐条。", "Only lines with words are counted; of what is partly modelled the clauses say what is missing."),
            .. documents.Any(document => document.Map.Blank is null) ? [new Text("空行未登记的，行数含空行；用 ./opsreg coverage --source 文件 补上。", "Where blank lines are not known, lines are counted with them; ./opsreg coverage --source FILE gives them.")] : Array.Empty<Text>(),
        ],
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code(Contract, new("合同", "contract"), document => document.Folder.Name) with { Width = 20 },
        Column.Code("source", new("来源", "source"), document => document.Map.File.Spec.Source) with { Width = 6 },
        Column.Count("clauses", new("条款", "clauses"), document => document.Map.Clauses.Count),
        Clauses(CoverageClass.Modelled, "modelled") with { Tone = Tone.Good },
        Clauses(CoverageClass.Partly, "partly") with { Tone = Tone.Warning },
        Clauses(CoverageClass.Not, "not") with { Tone = Tone.Plain },
        Column.Count("lines", new("行", "lines"), document => document.Map.Lines),
        Lines(CoverageClass.Modelled, "modelledLines"),
        Lines(CoverageClass.Partly, "partlyLines"),
        Lines(CoverageClass.Not, "notLines"),
        Column.Count("blank", new("空行", "blank"), document => document.Map.Blank?.Count),
        Column.State("text", new("原文", "text"), document => document.State),
    ];

    private static Column Clauses(CoverageClass form, string key) => Column.Count(key, form.Title(), document => document.Map.ClausesIn(form));

    private static Column Lines(CoverageClass form, string key) => Column.Count(key, new($"{form.Title().Zh}（行）", $"{form.Title().En} (lines)"), document => document.Map.LinesIn(form));
}

/// <summary>The clauses of a document, each with what models it and what is missing, and with its words where they are at hand.</summary>
internal static class ClauseTable
{
    public static Table<CoveredClause> For(DocumentCoverage document) => new("clauses", new($"逐条（{document.Map.Clauses.Count}）", $"Clause by clause ({document.Map.Clauses.Count})"),
    [
        ClauseColumn.Code("lines", new("行", "lines"), clause => Citation.Show(clause.Entry.From, clause.Entry.To)) with { Width = 14 },
        ClauseColumn.Label("clause", new("条款", "clause"), clause => Text.Same(clause.Entry.Clause)) with { Width = 18 },
        ClauseColumn.Words("subject", new("内容", "subject"), clause => Text.Same(clause.Entry.Subject)) with { Width = 30 },
        ClauseColumn.State("class", new("建模", "modelled"), clause => new(clause.Class.Title(), ToneOf(clause.Class))) with { Width = 10 },
        new ClauseColumn("modelledBy", new("由何建模", "modelled by"), ValueKind.Code, clause => new Value.Many(clause.Entry.ModelledBy.Select(Value (path) => new Value.Code(path)).ToList())) { Width = 40 },
        new ClauseColumn("missing", new("缺什么、为何", "what is missing, and why"), ValueKind.Words, clause => new Value.Many(MissingPart.Of(document.Map, clause).Select(Value (part) => new Value.Words(Text.Same(part.Words))).ToList())) { Width = 50 },
        new ClauseColumn("words", new("原文", "words"), ValueKind.Words, clause => new Value.Many(document.WordsOf(clause).Select(Value (line) => new Value.Words(Text.Same(line))).ToList())) { Width = 60, IsEssential = false },
    ], document.Map.Clauses)
    {
        IsList = true,
        Filters = [.. Enum.GetValues<CoverageClass>().Select(form => (YamlWord.Write(form), form.Title()))],
        Keywords = clause => [YamlWord.Write(clause.Class)],
        Anchors = clause => Enumerable.Range(clause.Entry.From, Math.Clamp(clause.Entry.To - clause.Entry.From + 1, 0, document.Map.File.Spec.Lines)).Select(line => Anchor.Clause(document.Map.File.Spec.Source, line)),
        Details = clause => document.WordsOf(clause).ToList() is { Count: > 0 } words ? new(new("原文", "the clause's words"), words.Select(line => new Blocks.Block.Paragraph(Text.Same(line))).ToList()) : null,
    };

    private static Tone ToneOf(CoverageClass form) => form switch
    {
        CoverageClass.Modelled => Tone.Good,
        CoverageClass.Partly => Tone.Warning,
        CoverageClass.Not => Tone.Faint,
    };
}

/// <summary>Why parts of a document are not modelled, the most lines first.</summary>
internal static class MissingTable
{
    public static Table<MissingPart> For(DocumentCoverage document) => new("missing", new("未建模的缘由", "Why not modelled"),
    [
        ReasonColumn.Words("reason", new("缘由", "reason"), part => Text.Same(part.Reason)) with { Width = 60 },
        ReasonColumn.Count("places", new("处", "places"), part => part.Places),
        ReasonColumn.Count("lines", new("行", "lines"), part => part.Lines),
    ], MissingPart.Together(document.Map))
    { WhenEmpty = new("全部建模。", "All is modelled.") };
}
