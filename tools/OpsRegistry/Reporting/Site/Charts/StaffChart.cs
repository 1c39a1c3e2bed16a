using OpsRegistry.Measuring;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>A post by day: a bar for each person who held it, and below them the days on which it was short of people.</summary>
internal static class StaffChart
{
    private const decimal Width = 1180;
    private const decimal Left = 150;
    private const decimal Right = 1164;
    private const decimal Step = 20;

    /// <summary>The chart of one post.</summary>
    public static Html Of(PageContext page, StaffingDays post)
    {
        var scale = new TimeScale(post.Days.ToInterval(), Left, Right);
        var shapes = new List<Html?>();
        var y = 6m;
        foreach (var person in post.Holdings.GroupBy(holding => holding.Assignment.Spec.Person, StringComparer.Ordinal))
        {
            shapes.Add(Words("tick end", Left - 10, y + 11, person.Key));
            shapes.AddRange(person.SelectMany(holding => Bars(page, holding, scale, y)));
            y += Step;
        }

        shapes.Add(Words("tick end", Left - 10, y + 11, page.In($"应有 {post.Requirement.Headcount} 人", $"{post.Requirement.Headcount} asked for")));
        shapes.Add(Told(page.In("人数够、符合要求", "enough people, as required"), Rect("enough", Left, y, Right - Left, 13)));
        shapes.AddRange(post.TooFewQualified.Except(post.TooFew).Select(gap => Gap(page, gap, scale, ("unfit", y, post.Requirement.Headcount))));
        shapes.AddRange(post.TooFew.Select(gap => Gap(page, gap, scale, ("short", y, post.Requirement.Headcount))));
        y += Step;
        var months = scale.Months().SelectMany(month => new Html[]
        {
            Line("rule", scale.At(month), 2, scale.At(month), y),
            Words("tick middle", scale.At(month), y + 14, month.ToString(month.Month == 1 ? "uuuu-MM" : "MM", System.Globalization.CultureInfo.InvariantCulture)),
        });
        var label = page.In(
            $"{post.Requirement.Title.Zh}：缺人 {post.TooFew.Sum(gap => gap.Days.Days)} 天",
            $"{post.Requirement.Title.En}: {post.TooFew.Sum(gap => gap.Days.Days)} days short of people");
        return Chart(label, Picture(Width, y + 20, label, [.. months, .. shapes]).With("class", "staff"));
    }

    private static IEnumerable<Html> Bars(PageContext page, PostHolding holding, TimeScale scale, decimal y)
    {
        var (from, to) = (scale.At(holding.Days.Start), scale.At(holding.Days.End));
        yield return Told($"{holding.Assignment.Spec.Person} {SiteWords.Days(holding.Days)}", Rect("held", from, y, to - from, 13));
        foreach (var fault in holding.Faults)
        {
            var (start, end) = (scale.At(fault.Days.Start), scale.At(fault.Days.End));
            yield return Told(
                $"{holding.Assignment.Spec.Person} {SiteWords.Days(fault.Days)}：{page.In(fault.Lacks.Title())}",
                Rect("lacking", start, y, Math.Max(2m, end - start), 13));
        }
    }

    private static Html Gap(PageContext page, StaffingGap gap, TimeScale scale, (string Kind, decimal Y, int Asked) row)
    {
        var (start, end) = (scale.At(gap.Days.Start), scale.At(gap.Days.End));
        var width = Math.Max(3m, end - start);
        return Told(
            $"{SiteWords.Days(gap.Days)}：{gap.Found}/{row.Asked}",
            Rect(row.Kind, start, row.Y, width, 13),
            width >= 26 ? Words("tick middle inside", start + (width / 2), row.Y + 10.5m, FormattableString.Invariant($"{gap.Found}/{row.Asked}")) : Path("cross", $"M{start + (width / 2) - 3} {row.Y + 3.5m}l6 6m0 -6l-6 6"));
    }
}
