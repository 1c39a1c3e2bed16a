using OpsRegistry.Reporting.Clocks;

namespace OpsRegistry.Reporting.Tables;

/// <summary>Values as plain words of one language: what stands in a terminal, and inside the marks of other formats.</summary>
internal static class ValueText
{
    /// <summary>A value in words; nothing is an empty text.</summary>
    public static string Show(Value value, Language language) => value switch
    {
        Value.Nothing => "",
        Value.Words words => words.Text.In(language),
        Value.Code code => code.Id,
        Value.Points points => (points is { IsDifference: true, Number: > 0 } ? "+" : "") + (points.IsTotal ? Assessing.Points.Show(points.Number) : Assessing.Points.Short(points.Number)),
        Value.Yuan yuan => (yuan is { IsDifference: true, Amount: > 0 } ? "+" : "") + Settling.Yuan.Show(yuan.Amount).In(language),
        Value.Count count => Assessing.Points.Plain(count.Number),
        Value.Moment moment => moment.IsEnd ? Moment.ShowEnd(moment.Instant) : Moment.Show(moment.Instant),
        Value.Day day => Moment.Show(day.Date),
        Value.Days days => $"{Moment.Show(days.Span.Start)} {(language == Language.Zh ? "至" : "–")} {Moment.Show(days.Span.End.PlusDays(-1))}",
        Value.Length length => Time.Amount.FromDuration(length.Time).Describe().In(language),
        Value.Limit limit => limit.Amount.Describe().In(language),
        Value.Share share => Measuring.Percent.Show(share.Part, share.Places),
        Value.State state => state.Title.In(language),
        Value.Record record => string.Create(CultureInfo.InvariantCulture, $"{record.Name}:{record.Line}"),
        Value.Link link => link.Title.In(language),
        Value.Clauses clauses => string.Join(language == Language.Zh ? "；" : "; ", clauses.All),
        Value.Undetermined unknown => unknown.Title.In(language),
        Value.Series series => string.Join(" → ", series.All.Select(Assessing.Points.Show)),
        Value.Change change => change.Show(one => Show(one, language), words => words),
        Value.Many many => string.Join(language == Language.Zh ? "、" : ", ", many.All.Select(one => Show(one, language))),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };
}
