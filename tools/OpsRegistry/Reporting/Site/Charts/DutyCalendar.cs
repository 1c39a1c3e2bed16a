using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>A calendar of the days on which duties fall due, and what became of them.</summary>
internal static class DutyCalendar
{
    public static Block For(DateSpan days, IReadOnlyList<DutyDay> duties)
    {
        var shown = duties.Where(duty => days.Contains(duty.Day)).ToList();
        var (done, missing, pending) = (shown.Sum(duty => duty.Fulfilled), shown.Sum(duty => duty.Missing), shown.Sum(duty => duty.Pending));
        return shown.Count == 0 ? new Block.Paragraph(new("没有可逐日列出的义务。", "No duty falls due on a day.")) { Tone = Tone.Faint } : new Block.ChartBlock(new DayChart(
            "dutyCalendar", new("义务日历", "Calendar of duties"), new($"已履行 {done}，缺少 {missing}，未到期 {pending}", $"fulfilled {done}, missing {missing}, pending {pending}"),
            days, shown.Select(duty => new DayMark(duty.Day, TitleOf(duty), ToneOf(duty))).ToList())
        {
            Legend =
            [
                (Tone.Good, new("到期的都已履行", "all fulfilled")), (Tone.Warning, new("缺少一部分", "some missing")),
                (Tone.Bad, new("多半缺少", "most missing")), (Tone.Plain, new("未到期", "pending")),
            ],
        });
    }

    private static Text TitleOf(DutyDay duty) => duty.Missing == 0
        ? new($"到期 {duty.Due.Count}", $"{duty.Due.Count} due")
        : new($"到期 {duty.Due.Count}，缺少 {duty.Missing}", $"{duty.Due.Count} due, {duty.Missing} missing");

    private static Tone ToneOf(DutyDay duty) =>
        duty.Missing * 2 > duty.Due.Count ? Tone.Bad : duty.Missing > 0 ? Tone.Warning : duty.Pending > 0 ? Tone.Plain : Tone.Good;
}
