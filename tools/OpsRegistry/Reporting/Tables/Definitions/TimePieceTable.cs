using OpsRegistry.Measuring;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.TimePiece>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A piece of a clock's time; whole days in a row that count, or do not, for the same reason are one, with their number.</summary>
internal sealed record TimePiece(ClockSegment Segment, Instant To, int Days)
{
    public static IReadOnlyList<TimePiece> In(IEnumerable<ClockSegment> segments)
    {
        var pieces = new List<TimePiece>();
        foreach (var segment in segments)
        {
            var last = pieces.Count > 0 ? pieces[^1] : null;
            if (last is not null && last.To == segment.From && segment.HasCauseOf(last.Segment))
            {
                pieces[^1] = last with { To = segment.To, Days = last.Days + 1 };
            }
            else
            {
                pieces.Add(new(segment, segment.To, 1));
            }
        }

        return pieces;
    }
}

/// <summary>计时证明: the time of one limit on one record, piece by piece, so that anyone can count it again.</summary>
internal static class TimePieceTable
{
    private const string From = "from", To = "to", Length = "length", Days = "days", Counts = "counts";

    private static readonly Text Counted = new("计", "counts"), NotCounted = new("不计", "does not count"), Nothing = new("没有计时段。", "No time was counted.");

    public static Table<TimePiece> For(int number, TargetResult result) => new(string.Create(CultureInfo.InvariantCulture, $"time{number}"), new("逐段计时", "Time, piece by piece"), Columns, TimePiece.In(result.Elapsed?.Segments ?? []))
    {
        WhenEmpty = Nothing,
        Foot = [SumOf(result)],
    };

    /// <summary>The proof of a clock that somebody asks about; how long a piece is says something of a clock of hours alone.</summary>
    public static Table<TimePiece> For(IReadOnlyList<ClockSegment> segments, bool isInHours) =>
        new Table<TimePiece>("time", new("逐段计时", "Time, piece by piece"), Columns, TimePiece.In(segments)) { WhenEmpty = Nothing }.Without(isInHours ? [Days] : [Days, Length]);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Moment(From, new("自", "from"), piece => piece.Segment.From) with { Width = 19 },
        Column.Moment(To, new("至", "to"), piece => piece.To, isEnd: true) with { Width = 19 },
        new Column(Length, new("时长", "length"), ValueKind.Length, piece => new Value.Length(piece.To - piece.Segment.From)) { Width = 12, Formula = (_, cells) => $"{cells[To]}-{cells[From]}" },
        Column.Count(Days, new("段数", "pieces"), piece => piece.Days) with { Width = 8 },
        Column.Label(Counts, new("计否", "counts"), piece => piece.Segment.Counts ? Counted : NotCounted) with { Width = 8 },
        Column.Words("reason", new("依据", "why"), piece => piece.Segment.Describe()) with { Width = 46 },
    ];

    private static FootRow SumOf(TargetResult result)
    {
        var took = result.Elapsed?.Counted.Describe() ?? Text.Same("—");
        var limit = TargetTable.LimitOf(result.Target);
        var words = new FootCell("reason", new Value.Words(new($"{took.Zh}，时限 {limit.Zh}", $"{took.En}, limit {limit.En}")));
        return result.Elapsed?.Counted switch
        {
            { Unit: AmountUnit.Time } counted => new(new("计入合计", "Counted"), new FootCell(Length, new Value.Length(counted.Time)) { Formula = cells => SumOf(cells, Length) }, words),
            { Unit: AmountUnit.WorkingDays } counted => new(new("计入合计", "Counted"), new FootCell(Days, new Value.Count(counted.Count)) { Formula = cells => SumOf(cells, Days) }, words),
            _ => new(new("计入合计", "Counted"), words),
        };
    }

    private static Formula SumOf(IFormulaCells cells, string column) => $"SUMIF({cells.Column(Counts)},{cells.Quoted(Counted)},{cells.Column(column)})";
}
