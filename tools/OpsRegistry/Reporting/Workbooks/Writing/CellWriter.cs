using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Values as cells: each kind in its one way, and a link where the workbook has what it leads to.</summary>
internal sealed class CellWriter(BookLayout book, Language language)
{
    private const int ExactShare = 3;

    /// <summary>Writes a value, as a formula where there is one.</summary>
    public void Write(CellDraft cell, Value value, Formula? formula)
    {
        if (formula is null)
        {
            Plain(cell, value);
        }
        else
        {
            var text = formula.IsGuarded ? $"IFERROR({formula.Text},{Quoted(Words(Value.Unknown))})" : formula.Text;
            _ = NumberOf(value) is { } figure ? cell.Formula(text, figure.Number, figure.Format) : cell.Formula(text, Words(value));
        }

        if (book.Find(TargetOf(value)) is { } target)
        {
            cell.LinkTo(target);
        }
    }

    /// <summary>The number format of a kind.</summary>
    public static string FormatOf(ValueKind kind) => kind switch
    {
        ValueKind.Points => WorkbookTheme.Points,
        ValueKind.Yuan => WorkbookTheme.Money,
        ValueKind.Share => WorkbookTheme.Percent,
        ValueKind.Length => WorkbookTheme.Duration,
        ValueKind.Day => WorkbookTheme.Date,
        ValueKind.Moment => WorkbookTheme.Moment,
        ValueKind.Words or ValueKind.Label or ValueKind.Code or ValueKind.Count or ValueKind.State or ValueKind.Record or ValueKind.Clauses => WorkbookTheme.Count,
    };

    /// <summary>How cells of a kind look.</summary>
    public static Look LookOf(TableColumn column) => column switch
    {
        { IsOfGroup: true } or { Kind: ValueKind.Label or ValueKind.State or ValueKind.Moment or ValueKind.Day } => Look.Centred,
        { IsFigure: true } => Look.Figure,
        _ => Look.Body,
    };

    /// <summary>Words as a formula holds them.</summary>
    public static string Quoted(string words) => ExcelText.InFormula(words);

    /// <summary>A value in words; several stand below each other.</summary>
    public string Words(Value value) =>
        value is Value.Record record ? RecordNames.Show(record.Name).In(language)
        : value is Value.Many many ? string.Join("\n", many.All.Select(Words))
        : ValueText.Show(value, language);

    private void Plain(CellDraft cell, Value value)
    {
        switch (value)
        {
            case Value.Nothing:
                break;
            case Value.Moment moment:
                cell.Moment(moment.Instant);
                break;
            case Value.Day day:
                cell.Date(day.Date);
                break;
            case Value.Length length:
                cell.Duration(length.Time);
                break;
            case Value.Words or Value.Code or Value.Points or Value.Yuan or Value.Count or Value.Days or Value.Limit or Value.Share or
                Value.State or Value.Record or Value.Link or Value.Clauses or Value.Undetermined or Value.Series or Value.Change or Value.Many:
                _ = NumberOf(value) is { } figure ? cell.Number(figure.Number, figure.Format) : cell.Text(Words(value));
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{value}");
        }
    }

    /// <summary>The number that a cell holds and how it is written; null where a value is none.</summary>
    private static (decimal Number, string Format)? NumberOf(Value value) => value switch
    {
        Value.Points points => (points.Number, points.IsDifference ? WorkbookTheme.PointsDifference : WorkbookTheme.Points),
        Value.Yuan yuan => (yuan.Amount, yuan.IsDifference ? WorkbookTheme.MoneyDifference : WorkbookTheme.Money),
        Value.Count count => (count.Number, decimal.IsInteger(count.Number) ? WorkbookTheme.Count : WorkbookTheme.Points),
        Value.Share share => (share.Part, share.Places < ExactShare ? WorkbookTheme.Percent : WorkbookTheme.Availability),
        Value.Length length => (length.Time.BclCompatibleTicks / (decimal)NodaConstants.TicksPerDay, WorkbookTheme.Duration),
        Value.Limit limit => limit.Amount is { Unit: AmountUnit.Time } amount ? (amount.Time.BclCompatibleTicks / (decimal)NodaConstants.TicksPerDay, WorkbookTheme.Duration) : null,
        Value.Nothing or Value.Words or Value.Code or Value.Moment or Value.Day or Value.Days or Value.State or Value.Record or Value.Link or Value.Clauses or Value.Undetermined or Value.Series or Value.Change or Value.Many => null,
        _ => throw new System.Diagnostics.UnreachableException($"{value}"),
    };

    /// <summary>What a value leads to; of several the first that the workbook has.</summary>
    private Anchor? TargetOf(Value value) => value switch
    {
        Value.Record record => Anchor.Record(record.Path),
        Value.Link link => link.To,
        Value.State state => state.Proof,
        Value.Many many => many.All.Select(TargetOf).FirstOrDefault(anchor => book.Find(anchor) is not null),
        Value.Nothing or Value.Words or Value.Code or Value.Points or Value.Yuan or Value.Count or Value.Moment or Value.Day or Value.Days or Value.Length or Value.Limit or Value.Share or Value.Clauses or Value.Undetermined or Value.Series or Value.Change => null,
        _ => throw new System.Diagnostics.UnreachableException($"{value}"),
    };
}
