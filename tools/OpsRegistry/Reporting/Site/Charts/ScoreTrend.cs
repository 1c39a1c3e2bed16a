using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>A contract's scores, period by period, over the edges of its bands.</summary>
internal static class ScoreTrend
{
    private const decimal Height = 220;
    private const decimal Left = 44;
    private const decimal Top = 22;
    private const decimal Bottom = 176;

    /// <summary>The line on a contract's page; nothing for a contract that is not scored.</summary>
    public static Html? Of(PageContext page, SiteContract contract)
    {
        var periods = contract.Result.Periods;
        if (contract.Result.Folder.Scorecard is not { } scorecard || periods.Count == 0)
        {
            return null;
        }

        var width = Math.Max(periods.Count > 6 ? 1180m : 820m, Left + 210 + (periods.Count * 84m));
        var right = width - 210;
        var edges = Edges(contract);
        var known = periods.Select(period => period.Assessment.Total).OfType<decimal>().ToList();
        var low = Math.Floor(Math.Min(edges.DefaultIfEmpty(scorecard.Marks).Min(), known.DefaultIfEmpty(scorecard.Marks).Min()) / 10m) * 10m - 10m;
        decimal Y(decimal score) => decimal.Round(Bottom - ((Bottom - Top) * (score - low) / (scorecard.Marks - low)), 2);
        decimal X(int index) => decimal.Round(Left + ((right - Left) * (index + 0.5m) / periods.Count), 2);
        var shapes = new List<Html?> { Line("axis", Left, Bottom, right, Bottom), Line("rule", Left, Y(scorecard.Marks), right, Y(scorecard.Marks)), Words("tick end", Left - 8, Y(scorecard.Marks) + 4, Points.Plain(scorecard.Marks)) };
        foreach (var edge in edges)
        {
            shapes.Add(Line("edge", Left, Y(edge), right, Y(edge)));
            shapes.Add(Words("tick end", Left - 8, Y(edge) + 4, Points.Plain(edge)));
        }

        shapes.AddRange(BandWords(page, contract, right + 10, Y));
        for (var index = 1; index < periods.Count; index++)
        {
            if (periods[index - 1].Assessment.Total is { } before && periods[index].Assessment.Total is { } now)
            {
                shapes.Add(Line("trend", X(index - 1), Y(before), X(index), Y(now)));
            }
        }

        shapes.AddRange(periods.Select((period, index) => Mark(page, contract, period, (X(index), period.Assessment.Total is { } total ? Y(total) : Bottom - 14))));
        var label = page.In("各考核期得分", "Scores by period") + "：" + string.Join("，", periods.Select(period => $"{period.Period.Id} {Points.Show(period.Assessment.Total)}"));
        return Chart(page.In("得分走势", "Score trend"), Links(width, Height, label, shapes));
    }

    /// <summary>The scores in a word's space; the last one is a dot, the others a line.</summary>
    public static Html? Spark(PageContext page, SiteContract contract)
    {
        var scores = contract.Result.Periods.Select(period => period.Assessment.Total).ToList();
        var known = scores.OfType<decimal>().ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var (low, high) = (known.Min(), Math.Max(known.Max(), known.Min() + 1m));
        decimal X(int index) => scores.Count == 1 ? 92 : decimal.Round(4 + (88m * index / (scores.Count - 1)), 2);
        decimal Y(decimal score) => decimal.Round(22 - (18m * (score - low) / (high - low)), 2);
        var lines = Enumerable.Range(1, scores.Count - 1)
            .Where(index => scores[index - 1] is not null && scores[index] is not null)
            .Select(index => Line("trend", X(index - 1), Y(scores[index - 1]!.Value), X(index), Y(scores[index]!.Value)));
        var last = scores.FindLastIndex(score => score is not null);
        return Picture(96, 26, page.In("得分走势：", "scores: ") + string.Join("、", scores.Select(score => Points.Show(score))), [.. lines, Dot("mark", X(last), Y(scores[last]!.Value), 3)]).With("class", "spark");
    }

    private static Html Mark(PageContext page, SiteContract contract, PeriodResult period, (decimal X, decimal Y) at)
    {
        var assessment = period.Assessment;
        var words = $"{contract.Name} {period.Period.Id}，{SiteWords.Days(period.Period.Days)}：{(assessment.Total is null ? page.In(SiteWords.Undetermined) : Points.Show(assessment.Total))}，{page.In(assessment.State.Title())}";
        var shape = assessment.Total is null
            ? Words("unknown middle", at.X, at.Y, "?")
            : Tags.All(Dot(assessment.State.IsClosed() ? "mark" : "mark hollow", at.X, at.Y, 5), Words("figure middle", at.X, at.Y - 10, Points.Show(assessment.Total)));
        var below = Tags.All(
            Words("tick middle", at.X, Bottom + 18, period.Period.Id),
            Words("tick small middle", at.X, Bottom + 34, period.Period.Days.Start.ToString("uuuu-MM", System.Globalization.CultureInfo.InvariantCulture)));
        return Tags.Tag("a", Told(words, shape, below)).With("href", page.To(SiteAddress.Period(contract.Name, period.Period.Id))).With("aria-label", words);
    }

    private static IEnumerable<Html> BandWords(PageContext page, SiteContract contract, decimal x, Func<decimal, decimal> y)
    {
        var scorecard = contract.Result.Folder.Scorecard!;
        var bands = scorecard.Bands
            .Where(band => band.From is not null)
            .Select(band => Words("tick", x, y(band.From!.Value) - 3, page.In(band.Title) + (band.Share is > 0m and var share ? $" −{SiteWords.Percent(share)}" : "")));
        return scorecard.Settlement?.Shortfall is { } shortfall
            ? bands.Append(Words("tick", x, y(shortfall.Below) + 4, page.In($"低于 {Points.Plain(shortfall.Below)} 按差额扣款", $"below {Points.Plain(shortfall.Below)} money is withheld")))
            : bands;
    }

    private static List<decimal> Edges(SiteContract contract)
    {
        var scorecard = contract.Result.Folder.Scorecard!;
        return scorecard.Bands.Select(band => band.From).Append(scorecard.Settlement?.Shortfall?.Below)
            .OfType<decimal>().Where(edge => edge > 0m && edge < scorecard.Marks).Distinct().OrderDescending().ToList();
    }
}
