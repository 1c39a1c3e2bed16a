using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Tables;

/// <summary>How far a figure is in dispute, in one phrase to stand after it, the same wherever a result is named; nothing where it is not.</summary>
internal static class RangeWords
{
    /// <summary>The range of a total of points.</summary>
    public static Text OfPoints(Contested points) => Of(points, ShowPoints);

    /// <summary>The range of an amount of yuan.</summary>
    public static Text OfYuan(Contested amount) => Of(amount, Yuan.Show);

    /// <summary>The same in few words, to stand under the figure itself where room is dear: from where to where.</summary>
    public static Text UnderPoints(Contested points) => Under(points, ShowPoints);

    /// <inheritdoc cref="UnderPoints"/>
    public static Text UnderYuan(Contested amount) => Under(amount, Yuan.Show);

    /// <summary>From where to where alone, for a column that says the rest; null where it is not in dispute.</summary>
    public static Text? BetweenPoints(Contested points) => Between(points, ShowPoints);

    /// <inheritdoc cref="BetweenPoints"/>
    public static Text? BetweenYuan(Contested amount) => Between(amount, Yuan.Show);

    private static Text ShowPoints(decimal? points) => points is null ? Value.Unknown.Title : Text.Same(Assessing.Points.Show(points));

    private static Text Under(Contested figure, Func<decimal?, Text> show) => Between(figure, show) is { } range ? new($"有异议 {range.Zh}", $"disputed {range.En}") : new("", "");

    private static Text? Between(Contested figure, Func<decimal?, Text> show) => figure.IsInDispute
        ? new($"{show(figure.Confirmed).Zh}–{show(figure.AtMost).Zh}", $"{show(figure.Confirmed).En}–{show(figure.AtMost).En}")
        : null;

    private static Text Of(Contested figure, Func<decimal?, Text> show)
    {
        var (low, high, apart) = (show(figure.Confirmed), show(figure.AtMost), show(figure.InDispute));
        return figure.IsInDispute
            ? new($"（有异议：{low.Zh}–{high.Zh}，确认 {low.Zh} / 争议 {apart.Zh}）", $" (disputed: {low.En}–{high.En}, confirmed {low.En} / in dispute {apart.En})")
            : new("", "");
    }
}
