using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review for the terminal: the verdict, then points and yuan with their causes, what must be decided, what is wrong, and the records.</summary>
public static class ReviewText
{
    private const int MostResources = 50;

    /// <summary>Writes a review.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="review">What.</param>
    /// <param name="origin">What was compared.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="colour">Whether findings are coloured.</param>
    public static void Write(TextWriter output, Review review, ReviewOrigin origin, Language language, bool colour = false)
    {
        output.WriteLine(ToneOf(review.Verdict), $"{ReviewOrigin.Short(origin.Base)} → {ReviewOrigin.Short(origin.Head)}  {ReviewWords.Of(review.Verdict).In(language)}");
        WritePeriods(output, review, language);
        WriteFacts(output, review, language);
        WriteQuestions(output, review, language);
        WriteFindings(output, review, language, colour);
        WriteResources(output, review, language);
        output.WriteLine();
        output.WriteLine(ReviewWords.NextStep(review.Verdict).In(language));
    }

    private static void WritePeriods(TextWriter output, Review review, Language language)
    {
        Heading(output, new("得分与扣款", "points and yuan"), language);
        if (review.Periods.Count == 0)
        {
            output.WriteLine("  " + new Text("没有变化", "no change").In(language));
        }

        foreach (var period in review.Periods)
        {
            var band = period.ChangesBand ? $"  {ReviewWords.Band(period.Before).In(language)} → {ReviewWords.Band(period.After).In(language)}" : "";
            output.WriteLine($"  {period.Contract} {period.Period.Id}  {Moved(ReviewWords.PointsOf(period.Before), ReviewWords.PointsOf(period.After), ReviewWords.Signed(period.PointsMoved, "0.00"))}  ¥ {Moved(ReviewWords.YuanOf(period.Before, language), ReviewWords.YuanOf(period.After, language), ReviewWords.Signed(period.YuanMoved, "#,##0.00"))}{VisibleText.Of(band)}");
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var point in period.Points)
            {
                output.WriteLine($"      {ReviewWords.SignedPoints(point.Moved),-6} {point.Either.Id}  {VisibleText.Of(point.Either.Reason.In(language))}  [{VisibleText.Of(string.Join("; ", point.Either.Clauses))}]");
                WriteCauses(output, point.Causes, told, language);
            }

            foreach (var money in period.Money)
            {
                output.WriteLine($"      ¥ {ReviewWords.Signed(money.Moved, "#,##0.00")}  {VisibleText.Of((money.After ?? money.Before)!.Reason.In(language))}");
                WriteCauses(output, money.Causes, told, language);
            }
        }
    }

    private static void WriteCauses(TextWriter output, IReadOnlyList<ResourceChange> causes, HashSet<string> told, Language language)
    {
        foreach (var cause in causes)
        {
            output.WriteLine($"             ← {VisibleText.Of(cause.Path)}:{cause.Place.Line}  {ReviewWords.Of(cause).In(language)}");
            foreach (var field in told.Add(cause.Path) ? cause.Fields : [])
            {
                output.WriteLine($"               {FieldLine(field)}");
            }
        }
    }

    private static void WriteFacts(TextWriter output, Review review, Language language)
    {
        if (review.Facts.Count == 0)
        {
            return;
        }

        Heading(output, new("时限与义务", "limits and duties"), language);
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left);
        foreach (var fact in review.Facts)
        {
            table.Add($"{fact.Contract} {fact.Period}", fact.Name, fact.Title.In(language), $"{ReviewWords.Of(fact.Before).In(language)} → {ReviewWords.Of(fact.After).In(language)}");
        }

        table.Write(output, "  ");
    }

    private static void WriteQuestions(TextWriter output, Review review, Language language)
    {
        if (review.Questions.Count == 0 && review.Uncovered.Count == 0)
        {
            return;
        }

        Heading(output, new("须决定", "to be decided"), language);
        foreach (var question in review.Questions)
        {
            output.WriteLine(Tone.Warning, $"  ⚠ {VisibleText.Of(question.Words.In(language))}{(question.Place is { } place ? $"  {place}" : "")}");
        }

        foreach (var problem in review.Uncovered)
        {
            output.WriteLine(Tone.Warning, $"  ⚠ {problem.Message.In(language)}");
        }
    }

    private static void WriteFindings(TextWriter output, Review review, Language language, bool colour)
    {
        Heading(output, new(
            $"校验：新出现 {review.Findings.New.Count}，已消除 {review.Findings.Fixed.Count}；变更规则 {review.Policy.Count}",
            $"findings: {review.Findings.New.Count} new, {review.Findings.Fixed.Count} fixed; rules of change: {review.Policy.Count}"), language);
        var shown = review.Policy.Concat(review.Findings.New).ToList();
        if (shown.Count > 0)
        {
            output.WriteLine();
            TextFindings.Write(output, shown, path => review.Change.After.Lines(path) ?? review.Change.Before.Lines(path), language, colour);
        }

        foreach (var path in review.NotApplied)
        {
            output.WriteLine(new Text($"  {VisibleText.Of(path)}：与记录一同提交，判断时未采用", $"  {VisibleText.Of(path)}: comes with records and was not used to judge them").In(language));
        }
    }

    private static void WriteResources(TextWriter output, Review review, Language language)
    {
        Heading(output, new($"文件：{review.Change.Files.Count} 个", $"files: {review.Change.Files.Count}"), language);
        foreach (var change in review.Change.Resources.Take(MostResources))
        {
            output.WriteLine($"  {ReviewWords.Of(change).In(language)}  {change.Either.Kind.Title.In(language)} {VisibleText.Of(change.Path)}:{change.Place.Line}");
            foreach (var field in change.Fields)
            {
                output.WriteLine($"      {FieldLine(field)}");
            }
        }

        var others = review.Change.Files.Select(file => file.Path).Except(review.Change.Resources.Take(MostResources).Select(change => change.Path), StringComparer.Ordinal).ToList();
        foreach (var path in others.Take(MostResources))
        {
            output.WriteLine($"  {VisibleText.Of(path)}");
        }

        if (others.Count > MostResources)
        {
            output.WriteLine(new Text($"  另有 {others.Count - MostResources} 个", $"  and {others.Count - MostResources} more").In(language));
        }
    }

    private static string FieldLine(FieldChange field) =>
        VisibleText.Of($"{field.Field}: {(field.Before is null ? "—" : ReviewWords.Value(field.Before))} → {(field.After is null ? "—" : ReviewWords.Value(field.After))}");

    private static string Moved(string before, string after, string difference) =>
        before == after ? before : $"{(before.Length == 0 ? "—" : before)} → {(after.Length == 0 ? "—" : after)}{(difference.Length > 0 ? $" ({difference})" : "")}";

    private static void Heading(TextWriter output, Text words, Language language)
    {
        output.WriteLine();
        output.WriteLine(Tone.Strong, words.In(language));
    }

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Clean => Tone.Good,
        Verdict.ToDecide => Tone.Warning,
        _ => Tone.Bad,
    };
}
