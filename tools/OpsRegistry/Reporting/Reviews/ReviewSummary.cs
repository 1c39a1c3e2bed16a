using OpsRegistry.Loading;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review in one short line, for a commit's status.</summary>
internal static class ReviewSummary
{
    /// <summary>The verdict, what it rests on, and the figures that move.</summary>
    public static Text Compose(ReviewDocument sheet)
    {
        var errors = sheet.Policy.Concat(sheet.NewFindings).Count(finding => finding.Severity == Severity.Error);
        var open = sheet.Questions.Count + sheet.Policy.Count(finding => finding.Severity == Severity.Warning);
        var parts = new List<Text> { sheet.Verdict.Title() };
        if (errors > 0)
        {
            parts.Add(new($"{errors} 处错误", errors == 1 ? "1 error" : $"{errors} errors"));
        }

        if (open > 0)
        {
            parts.Add(new($"{open} 项待决定", $"{open} to decide"));
        }

        parts.AddRange(sheet.Periods.Take(2).Where(period => (decimal?)period.PointsMoved is not (null or 0m)).Select(period => Text.Same($"{VisibleText.Show(period.Period)} {ValueText.Show(new Value.Points(period.PointsMoved!.Value, IsDifference: true) { IsTotal = true }, Language.Zh).Replace('-', '−')}")));
        return new(string.Join("，", parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }
}
