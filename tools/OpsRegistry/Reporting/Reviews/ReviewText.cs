using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review for the terminal: the verdict, then points and yuan with their causes, what must be decided, what is wrong, and the records.</summary>
internal static class ReviewText
{
    private const int MostResources = 50;

    /// <summary>Writes a review.</summary>
    /// <param name="writeFindings">Writes what rules of change say and what becomes wrong, with excerpts of the files.</param>
    public static void Write(TextWriter output, ReviewDocument sheet, Action<TextWriter> writeFindings, Language language)
    {
        output.WriteLine(ReviewWords.ToneOf(sheet.Verdict), $"{ReviewOrigin.Short(sheet.Base)} → {ReviewOrigin.Short(sheet.Head)}  {sheet.Verdict.Title().In(language)}");
        WritePeriods(output, sheet, language);
        WriteFacts(output, sheet, language);
        WriteQuestions(output, sheet, language);
        WriteFindings(output, sheet, writeFindings, language);
        WriteResources(output, sheet, language);
        output.WriteLine();
        output.WriteLine(ReviewWords.NextStep(sheet.Verdict).In(language));
    }

    private static void WritePeriods(TextWriter output, ReviewDocument sheet, Language language)
    {
        Heading(output, new("得分与扣款", "points and yuan"), language);
        if (ReviewWords.AsOf(sheet) is { } asOf)
        {
            output.WriteLine("  " + asOf.In(language));
        }

        if (sheet.Periods.Count == 0)
        {
            output.WriteLine("  " + new Text("没有变化", "no change").In(language));
        }

        var resources = sheet.Resources.ToDictionary(resource => resource.Path, StringComparer.Ordinal);
        foreach (var period in sheet.Periods)
        {
            var band = period.ChangesBand ? $"  {ReviewWords.BandOf(period.Before, language)} → {ReviewWords.BandOf(period.After, language)}" : "";
            output.WriteLine($"  {period.Contract} {period.Period}  {Moved(ReviewWords.PointsOf(period.Before, language), ReviewWords.PointsOf(period.After, language), ReviewWords.Signed(period.PointsMoved, "0.00"))}  ¥ {Moved(ReviewWords.YuanOf(period.Before, language), ReviewWords.YuanOf(period.After, language), ReviewWords.Signed(period.YuanMoved, "#,##0.00"))}{VisibleText.Show(band)}");
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var point in period.Points)
            {
                output.WriteLine($"      {ReviewWords.SignedPoints(point.Moved),-6} {point.Deduction}  {VisibleText.Show(point.Reason.In(language))}{(point.Clauses.Count == 0 ? "" : $"  [{VisibleText.Show(string.Join("; ", point.Clauses))}]")}");
                WriteCauses(point.Causes);
            }

            foreach (var money in period.Money)
            {
                output.WriteLine($"      ¥ {ReviewWords.Signed(money.Moved, "#,##0.00")}  {money.Line}  {VisibleText.Show(money.Reason.In(language))}");
                WriteCauses(money.Causes);
            }

            void WriteCauses(IReadOnlyList<ReviewedCause> causes)
            {
                foreach (var cause in causes)
                {
                    output.WriteLine($"             ← {VisibleText.Show(cause.Path)}:{cause.Line}  {resources[cause.Path].Change.Title().In(language)}");
                    foreach (var field in told.Add(cause.Path) ? resources[cause.Path].Fields : [])
                    {
                        output.WriteLine($"               {FieldLine(field)}");
                    }
                }
            }
        }
    }

    private static void WriteFacts(TextWriter output, ReviewDocument sheet, Language language)
    {
        if (sheet.Facts.Count == 0)
        {
            return;
        }

        Heading(output, new("时限与义务", "limits and duties"), language);
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left);
        foreach (var fact in sheet.Facts)
        {
            table.Add($"{fact.Contract} {fact.Period}", fact.Name, fact.Title.In(language), $"{(fact.Before ?? Text.Same("—")).In(language)} → {(fact.After ?? Text.Same("—")).In(language)}");
        }

        table.Write(output, "  ");
    }

    private static void WriteQuestions(TextWriter output, ReviewDocument sheet, Language language)
    {
        if (sheet.Questions.Count == 0 && sheet.Uncovered.Count == 0)
        {
            return;
        }

        Heading(output, new("须决定", "to be decided"), language);
        foreach (var question in sheet.Questions)
        {
            output.WriteLine(Tone.Warning, $"  ⚠ {VisibleText.Show(question.Words.In(language))}{(question.Path is { } path ? $"  {VisibleText.Show(path)}:{question.Line}" : "")}");
        }

        foreach (var words in sheet.Uncovered)
        {
            output.WriteLine(Tone.Warning, $"  ⚠ {words.In(language)}");
        }
    }

    private static void WriteFindings(TextWriter output, ReviewDocument sheet, Action<TextWriter> writeFindings, Language language)
    {
        Heading(output, new(
            $"校验：新出现 {sheet.NewFindings.Count}，已消除 {sheet.FixedFindings.Count}；变更规则 {sheet.Policy.Count}",
            $"findings: {sheet.NewFindings.Count} new, {sheet.FixedFindings.Count} fixed; rules of change: {sheet.Policy.Count}"), language);
        if (sheet.Policy.Count + sheet.NewFindings.Count > 0)
        {
            output.WriteLine();
            writeFindings(output);
        }

        foreach (var path in sheet.NotApplied)
        {
            output.WriteLine(new Text($"  {VisibleText.Show(path)}：与记录一同提交，判断时未采用", $"  {VisibleText.Show(path)}: comes with records and was not used to judge them").In(language));
        }
    }

    private static void WriteResources(TextWriter output, ReviewDocument sheet, Language language)
    {
        Heading(output, new($"文件：{sheet.Files.Count} 个", $"files: {sheet.Files.Count}"), language);
        foreach (var change in sheet.Resources.Take(MostResources))
        {
            output.WriteLine($"  {change.Change.Title().In(language)}  {ReviewWords.KindOf(change).In(language)} {VisibleText.Show(change.Path)}:{change.Line}");
            foreach (var field in change.Fields)
            {
                output.WriteLine($"      {FieldLine(field)}");
            }
        }

        var others = sheet.Files.Except(sheet.Resources.Take(MostResources).Select(change => VisibleText.Show(change.Path)), StringComparer.Ordinal).ToList();
        foreach (var path in others.Take(MostResources))
        {
            output.WriteLine($"  {VisibleText.Show(path)}");
        }

        if (others.Count > MostResources)
        {
            output.WriteLine(new Text($"  另有 {others.Count - MostResources} 个", $"  and {others.Count - MostResources} more").In(language));
        }
    }

    private static string FieldLine(ReviewedField field) => VisibleText.Show($"{field.Field}: {field.Before ?? "—"} → {field.After ?? "—"}");

    private static string Moved(string before, string after, string difference) =>
        before == after ? before : $"{(before.Length == 0 ? "—" : before)} → {(after.Length == 0 ? "—" : after)}{(difference.Length > 0 ? $" ({difference})" : "")}";

    private static void Heading(TextWriter output, Text words, Language language)
    {
        output.WriteLine();
        output.WriteLine(Tone.Strong, words.In(language));
    }
}
