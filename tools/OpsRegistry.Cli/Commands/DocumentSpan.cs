using System.Text.RegularExpressions;
using NodaTime.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Templates;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary>The days of a document: what <c>--period</c> says, cut to the contract's term.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Title">The same in words.</param>
internal sealed partial record DocumentSpan(string Name, string Title, DateSpan Days)
{
    /// <summary>Reads <c>P1</c>, <c>T</c>, <c>M3</c>, <c>Q2</c>, <c>H1</c>, <c>Y1</c>, <c>2026-01</c>, <c>2026-Q1</c>, <c>2026-H1</c>, <c>2026</c> or <c>2026-01-05..2026-01-20</c>.</summary>
    /// <exception cref="UsageException">It is none of these, has another length than the kind of document, or lies outside the term.</exception>
    public static DocumentSpan Read(string text, Contract terms, DocumentKind kind)
    {
        var term = new DateSpan(terms.Term.Start, terms.Term.End);
        var (title, days, months) = AssessmentPeriod.Plan(terms).FirstOrDefault(period => period.Id == text) is { } period
            ? (period is { Number: 1, IsLast: true } ? "全服务期" : $"第 {period.Number} 考核期（{period.Id}）", period.Days, 0)
            : Find(text, term.Start);
        if (kind.Months > 0 && months > 0 && kind.Months != months)
        {
            throw new UsageException(new(
                $"“{text}”有 {months} 个月，而{kind.Title.Zh}报告 {kind.Months} 个月",
                $"'{text}' has {English.Count(months, "month")}, and a {kind.Title.En} reports on {kind.Months}"));
        }

        var inside = days.Intersect(term);
        return inside.IsEmpty
            ? throw new UsageException(new($"“{text}”不在合同服务期 {Day(term.Start)} 至 {Day(term.End.PlusDays(-1))} 之内", $"'{text}' lies outside the term {Day(term.Start)} to {Day(term.End.PlusDays(-1))}"))
            : new(text, title, inside);
    }

    /// <summary>The last whole span of the kind's length, counted from the term's first day, that was over at the cut-off; the first one where none was.</summary>
    public static DocumentSpan Latest(Contract terms, DocumentKind kind, Instant asOf)
    {
        var term = new DateSpan(terms.Term.Start, terms.Term.End);
        var spans = new PeriodSchedule(term.Start, kind.Months).Until(term.End)
            .Select((days, index) => (Span: new DocumentSpan($"{Letter(kind.Months)}{index + 1}", Counting(kind.Months, index + 1), days.Intersect(term)), IsWhole: days.End <= term.End))
            .ToList();
        return spans.LastOrDefault(pair => pair.IsWhole && pair.Span.Days.ToInterval().End <= asOf).Span ?? spans[0].Span;
    }

    private static (string Title, DateSpan Days, int Months) Find(string text, LocalDate start)
    {
        if (Counted().Match(text) is { Success: true } counted)
        {
            var months = counted.Groups["unit"].Value switch { "M" => 1, "Q" => 3, "H" => 6, _ => 12 };
            var number = Number(counted.Groups["number"]);
            return (Counting(months, number), new PeriodSchedule(start, months)[number], months);
        }

        if (Calendar().Match(text) is { Success: true } calendar)
        {
            var year = Number(calendar.Groups["year"]);
            var (words, months, first) = calendar switch
            {
                _ when calendar.Groups["month"].Success => ($" {Number(calendar.Groups["month"])} 月", 1, Number(calendar.Groups["month"])),
                _ when calendar.Groups["quarter"].Success => ($"第 {Number(calendar.Groups["quarter"])} 季度", 3, (Number(calendar.Groups["quarter"]) * 3) - 2),
                _ when calendar.Groups["half"].Success => (calendar.Groups["half"].Value == "1" ? "上半年" : "下半年", 6, (Number(calendar.Groups["half"]) * 6) - 5),
                _ => ("", 12, 1),
            };
            var from = new LocalDate(year, first, 1);
            return ($"{year} 年{words}", new(from, from.PlusMonths(months)), months);
        }

        return text.Split("..") is [var one, var other] && LocalDatePattern.Iso.Parse(one) is { Success: true } begin && LocalDatePattern.Iso.Parse(other) is { Success: true } end && begin.Value <= end.Value
            ? ($"{one} 至 {other}", DateSpan.Inclusive(begin.Value, end.Value), 0)
            : throw new UsageException(new(
                $"--period “{text}”不是期间：应为考核周期（P1）、服务期内第几月/季/半年/年（M3、Q2、H1、Y1）、日历期间（2026-01、2026-Q1、2026-H1、2026）或起止日期（2026-01-05..2026-01-20）",
                $"--period '{text}' is no span: write an assessment period (P1), a month, quarter, half-year or year of the term (M3, Q2, H1, Y1), of the calendar (2026-01, 2026-Q1, 2026-H1, 2026) or two days (2026-01-05..2026-01-20)"));
    }

    private static string Counting(int months, int number) => months switch
    {
        1 => $"服务期第 {number} 个月",
        3 => $"服务期第 {number} 季度",
        6 => $"服务期第 {number} 个半年",
        _ => $"服务期第 {number} 年",
    };

    private static string Letter(int months) => months switch { 1 => "M", 3 => "Q", 6 => "H", _ => "Y" };

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    [GeneratedRegex("^(?<unit>[MQHY])(?<number>[1-9][0-9]?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex("^(?<year>2[0-9]{3})(-((?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Calendar();
}
