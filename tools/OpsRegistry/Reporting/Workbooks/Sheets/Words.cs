using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The Chinese words of the workbook for what the model names in code.</summary>
internal static class Words
{
    public static string DaysOf(AssessmentPeriod period) => SpanOf(period.Days);

    /// <summary>A span with its first and last day, both included.</summary>
    public static string SpanOf(DateSpan days) => $"{Show(days.Start)} 至 {Show(days.End.PlusDays(-1))}";

    /// <summary>What a report covers and says, each after a comma; nothing where it does not say.</summary>
    public static string Covered(ServiceReport report) => string.Concat(
        new[] { report.Covers is { } covered ? SpanOf(covered.Days) : null, report.ReportsOn, report.About }.OfType<string>().Select(part => $"，{part}"));

    public static string Show(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment; midnight as 24:00 of the day that it ends.</summary>
    public static string Show(Instant moment)
    {
        var local = BeijingTime.Local(moment);
        return local.TimeOfDay == LocalTime.Midnight
            ? $"{Show(local.Date.PlusDays(-1))} 24:00"
            : local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    public static string Show(OffsetDateTime moment) =>
        moment.WithOffset(BeijingTime.Offset).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string YesNo(bool value) => value ? "是" : "否";

    /// <summary>A limit as people read it; its written form where it means nothing.</summary>
    public static string Limit(string limit) => Amount.Parse(limit)?.Describe().Zh ?? limit;

    /// <summary>The roles of a record's evidence.</summary>
    public static string EvidenceOf(RecordSpec record) => string.Join("、", record.Evidence.Select(evidence => EvidenceRole.TitleOf(evidence.Role)));
}
