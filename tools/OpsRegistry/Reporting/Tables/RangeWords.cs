using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Tables;

/// <summary>How far a figure is in dispute, in one phrase to stand after it, the same wherever a result is named; nothing where it is not.</summary>
internal static class RangeWords
{
    /// <summary>The range of a total of points.</summary>
    public static Text OfPoints(Contested points) =>
        Of(points, value => value is null ? Value.Unknown.Title : Text.Same(Assessing.Points.Show(value)));

    /// <summary>The range of an amount of yuan.</summary>
    public static Text OfYuan(Contested amount) => Of(amount, Yuan.Show);

    /// <summary>The same in few words, to stand under the figure itself where room is dear: from where to where.</summary>
    public static Text UnderPoints(Contested points) => Under(points, value => value is null ? Value.Unknown.Title : Text.Same(Assessing.Points.Show(value)));

    /// <inheritdoc cref="UnderPoints"/>
    public static Text UnderYuan(Contested amount) => Under(amount, Yuan.Show);

    private static Text Under(Contested figure, Func<decimal?, Text> show) => figure.IsInDispute
        ? new($"有异议 {show(figure.Confirmed).Zh}–{show(figure.AtMost).Zh}", $"disputed {show(figure.Confirmed).En}–{show(figure.AtMost).En}")
        : new("", "");

    private static Text Of(Contested figure, Func<decimal?, Text> show)
    {
        var (low, high, apart) = (show(figure.Confirmed), show(figure.AtMost), show(figure.InDispute));
        return figure.IsInDispute
            ? new($"（有异议：{low.Zh}–{high.Zh}，确认 {low.Zh} / 争议 {apart.Zh}）", $" (disputed: {low.En}–{high.En}, confirmed {low.En} / in dispute {apart.En})")
            : new("", "");
    }
}
