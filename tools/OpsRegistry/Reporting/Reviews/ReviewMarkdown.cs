using System.Globalization;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review as Markdown, for the comment under a request: the verdict and the money first, the rest in order of weight.</summary>
public static class ReviewMarkdown
{
    private const int MostRows = 30;

    /// <summary>Writes a review.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="review">What.</param>
    /// <param name="origin">What was compared.</param>
    /// <param name="language">The language of the words.</param>
    public static void Write(TextWriter output, Review review, ReviewOrigin origin, Language language)
    {
        var mark = review.Verdict switch { Verdict.Clean => "✅", Verdict.ToDecide => "⚠️", _ => "❌" };
        output.WriteLine($"## {mark} {ReviewWords.Of(review.Verdict).In(language)}");
        output.WriteLine();
        output.WriteLine(ReviewWords.NextStep(review.Verdict).In(language));
        WritePeriods(output, review, origin, language);
        WriteQuestions(output, review, origin, language);
        WriteFindings(output, new("变更规则", "Rules of change"), review.Policy, origin, language);
        WriteFindings(output, new("新出现的问题", "New findings"), review.Findings.New, origin, language);
        WriteFacts(output, review, language);
        WriteResources(output, review, origin, language);
        output.WriteLine();
        output.WriteLine(new Text(
            $"比较 `{ReviewOrigin.Short(origin.Base)}` → `{ReviewOrigin.Short(origin.Head)}`；已消除 {review.Findings.Fixed.Count} 处，仍有 {review.Findings.Left} 处提示。",
            $"Compared `{ReviewOrigin.Short(origin.Base)}` → `{ReviewOrigin.Short(origin.Head)}`; {review.Findings.Fixed.Count} findings fixed, {review.Findings.Left} left as they were.").In(language));
    }

    private static void WritePeriods(TextWriter output, Review review, ReviewOrigin origin, Language language)
    {
        output.WriteLine();
        if (review.Periods.Count == 0)
        {
            output.WriteLine(new Text("得分与扣款没有变化。", "Points and yuan stay as they are.").In(language));
            return;
        }

        output.WriteLine(new Text("| 合同 | 周期 | 得分 | 扣款（元） | 档次 |", "| Contract | Period | Score | Deduction (yuan) | Band |").In(language));
        output.WriteLine("|---|---|---|---|---|");
        foreach (var period in review.Periods)
        {
            output.WriteLine($"| {MarkdownText.Of(period.Contract)} | {period.Period.Id} | {Moved(ReviewWords.PointsOf(period.Before), ReviewWords.PointsOf(period.After), ReviewWords.Signed(period.PointsMoved, "0.00"))} | {Moved(ReviewWords.YuanOf(period.Before, language), ReviewWords.YuanOf(period.After, language), ReviewWords.Signed(period.YuanMoved, "#,##0.00"))} | {Moved(MarkdownText.Of(ReviewWords.Band(period.Before).In(language)), MarkdownText.Of(ReviewWords.Band(period.After).In(language)), "")} |");
        }

        output.WriteLine();
        foreach (var (period, point) in review.Periods.SelectMany(period => period.Points.Select(point => (period, point))).Take(MostRows))
        {
            output.WriteLine($"- **{ReviewWords.SignedPoints(point.Moved)}** {period.Period.Id} {MarkdownText.Of(point.Either.Id)}　{MarkdownText.Of(point.Either.Reason.In(language))}　〔{MarkdownText.Of(string.Join("；", point.Either.Clauses))}〕{Causes(point.Causes, origin)}");
        }

        foreach (var money in review.Periods.SelectMany(period => period.Money).Take(MostRows))
        {
            output.WriteLine($"- **¥ {ReviewWords.Signed(money.Moved, "#,##0.00")}**　{MarkdownText.Of((money.After ?? money.Before)!.Reason.In(language))}{Causes(money.Causes, origin)}");
        }
    }

    private static void WriteQuestions(TextWriter output, Review review, ReviewOrigin origin, Language language)
    {
        if (review.Questions.Count == 0 && review.Uncovered.Count == 0)
        {
            return;
        }

        Heading(output, new("须决定", "To be decided"), language);
        foreach (var question in review.Questions.Take(MostRows))
        {
            output.WriteLine($"- {MarkdownText.Of(question.Words.In(language))}{(question.Place is { } place ? "　" + Link(place.Path, place.Line, origin) : "")}");
        }

        foreach (var words in review.Uncovered.Take(MostRows))
        {
            output.WriteLine($"- {MarkdownText.Of(words.In(language))}");
        }
    }

    private static void WriteFindings(TextWriter output, Text heading, IReadOnlyList<Finding> findings, ReviewOrigin origin, Language language)
    {
        if (findings.Count == 0)
        {
            return;
        }

        Heading(output, heading, language);
        foreach (var finding in findings.Take(MostRows))
        {
            var weight = finding.Rule.Severity switch { Severity.Error => "❌", Severity.Warning => "⚠️", _ => "ℹ️" };
            output.WriteLine($"- {weight} **{finding.Rule.Id}** {MarkdownText.Of(finding.Message.In(language))}　{Link(finding.Place.Path, finding.Place.Line, origin)}  ");
            output.WriteLine($"  {MarkdownText.Of(finding.Help.In(language))}");
        }

        WriteRest(output, findings.Count, language);
    }

    private static void WriteFacts(TextWriter output, Review review, Language language)
    {
        if (review.Facts.Count == 0)
        {
            return;
        }

        Heading(output, new("时限与义务", "Limits and duties"), language);
        foreach (var fact in review.Facts.Take(MostRows))
        {
            output.WriteLine($"- {MarkdownText.Of(fact.Contract)} {fact.Period}　{MarkdownText.Of(fact.Title.In(language))}　{MarkdownText.Of(fact.Name)}：{(fact.Before ?? Text.Same("—")).In(language)} → **{(fact.After ?? Text.Same("—")).In(language)}**");
        }

        WriteRest(output, review.Facts.Count, language);
    }

    private static void WriteResources(TextWriter output, Review review, ReviewOrigin origin, Language language)
    {
        Heading(output, new($"文件（{review.Change.Files.Count}）", $"Files ({review.Change.Files.Count})"), language);
        foreach (var change in review.Change.Resources.Take(MostRows))
        {
            output.WriteLine($"- {ReviewWords.Of(change).In(language)} {change.Either.Kind.Title.In(language)} {Link(change.Path, change.Place.Line, origin)}");
            foreach (var field in change.Fields.Take(MostRows))
            {
                output.WriteLine($"  - {MarkdownText.Code(field.Field)} {MarkdownText.Of(field.Before is null ? "—" : ReviewWords.Value(field.Before))} → {MarkdownText.Of(field.After is null ? "—" : ReviewWords.Value(field.After))}");
            }
        }

        var shown = review.Change.Resources.Take(MostRows).Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        var others = review.Change.Files.Where(file => !shown.Contains(file.Path)).ToList();
        foreach (var file in others.Take(MostRows))
        {
            output.WriteLine($"- {MarkdownText.Code(file.Path)}");
        }

        WriteRest(output, others.Count, language);
        foreach (var path in review.NotApplied)
        {
            output.WriteLine(new Text($"- {MarkdownText.Code(path)} 与记录一同提交，判断时未采用", $"- {MarkdownText.Code(path)} comes with records and was not used to judge them").In(language));
        }
    }

    private static void WriteRest(TextWriter output, int count, Language language)
    {
        if (count > MostRows)
        {
            output.WriteLine(new Text($"- 另有 {count - MostRows} 项", $"- and {count - MostRows} more").In(language));
        }
    }

    private static string Causes(IReadOnlyList<ResourceChange> causes, ReviewOrigin origin) => causes.Count == 0
        ? ""
        : " ← " + string.Join(", ", causes.Select(cause =>
            Link(cause.Path, cause.Place.Line, origin) + (cause.Fields.Count == 0 ? "" : " " + string.Join(" ", cause.Fields.Take(MostRows).Select(field => MarkdownText.Code(field.Field))))));

    private static string Link(string path, int line, ReviewOrigin origin)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].Replace(".yaml", "", StringComparison.Ordinal);
        return origin.FilesAddress is { } address
            ? string.Create(CultureInfo.InvariantCulture, $"[{MarkdownText.Of(name)}]({address}/{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}#L{line})")
            : MarkdownText.Code(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"));
    }

    private static string Moved(string before, string after, string difference) =>
        before == after ? before : $"{(before.Length == 0 ? "—" : before)} → **{(after.Length == 0 ? "—" : after)}**{(difference.Length > 0 ? $" ({difference})" : "")}";

    private static void Heading(TextWriter output, Text words, Language language)
    {
        output.WriteLine();
        output.WriteLine($"### {words.In(language)}");
        output.WriteLine();
    }
}
