using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>A calendar of the days on which duties fall due, and what became of them.</summary>
internal static class DutyCalendar
{
    // A page holds no more: a daily duty of ten years would be a drawing of half a megabyte, and as wide as fifty screens.
    private const int MostWeeks = 53;

    /// <summary>The calendar of some days; of more than a year the weeks up to the last day on which something fell due.</summary>
    public static Block For(DateSpan days, IReadOnlyList<DutyDay> duties)
    {
        var all = duties.Where(duty => days.Contains(duty.Day)).ToList();
        if (all.Count == 0)
        {
            return new Block.Paragraph(new("没有可逐日列出的义务。", "No duty falls due on a day.")) { Tone = Tone.Faint };
        }

        var first = LocalDate.Max(days.Start, all[^1].Day.PlusDays(1).PlusWeeks(-MostWeeks));
        var drawn = new DateSpan(first, LocalDate.Min(days.End, first.PlusWeeks(MostWeeks)));
        var isPart = drawn != days && !all.TrueForAll(duty => drawn.Contains(duty.Day));
        return new Block.ChartBlock(new DayChart(
            "dutyCalendar", new("义务日历", "Calendar of duties"), Counts(all) is var counts && isPart ? new($"{counts.Zh}；图中为 {Moment.Show(first)} 起的", $"{counts.En}; drawn from {Moment.Show(first)} on") : counts,
            drawn, all.Where(duty => drawn.Contains(duty.Day)).Select(duty => new DayMark(duty.Day, TitleOf(duty), ToneOf(duty))).ToList())
        {
            Legend =
            [
                (Tone.Good, new("到期的都已履行", "all fulfilled")), (Tone.Warning, new("缺少一部分", "some missing")),
                (Tone.Bad, new("多半缺少", "most missing")), (Tone.Plain, new("未到期", "pending")),
            ],
        });
    }

    private static Text Counts(IReadOnlyList<DutyDay> days)
    {
        var (done, missing, pending) = (days.Sum(duty => duty.Fulfilled), days.Sum(duty => duty.Missing), days.Sum(duty => duty.Pending));
        return new($"已履行 {done}，缺少 {missing}，未到期 {pending}", $"fulfilled {done}, missing {missing}, pending {pending}");
    }

    private static Text TitleOf(DutyDay duty) => duty.Missing == 0
        ? new($"到期 {duty.Due.Count}", $"{duty.Due.Count} due")
        : new($"到期 {duty.Due.Count}，缺少 {duty.Missing}", $"{duty.Due.Count} due, {duty.Missing} missing");

    private static Tone ToneOf(DutyDay duty) =>
        duty.Missing * 2 > duty.Due.Count ? Tone.Bad : duty.Missing > 0 ? Tone.Warning : duty.Pending > 0 ? Tone.Plain : Tone.Good;
}
