using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>One writing of a review's Markdown, with a given number of rows for each list.</summary>
/// <param name="filesAddress">Where files can be looked at; null for nowhere.</param>
/// <param name="rows">How many rows of each list are shown.</param>
internal sealed partial class ReviewPage(TextWriter output, string? filesAddress, Language language, int rows)
{
    private const int LongestText = 400, LongestAddress = 600, MostFields = 6;

    /// <summary>Writes the page.</summary>
    public void Write(ReviewDocument sheet)
    {
        Line($"## {ReviewWords.Mark(sheet.Verdict)} {sheet.Verdict.Title().In(language)}");
        Line();
        Line($"**{Words("下一步", "Next")}**　{ReviewWords.NextStep(sheet.Verdict).In(language)}");
        WritePeriods(sheet);
        var all = sheet.Policy.Concat(sheet.NewFindings).ToList();
        WriteFindings("须改正", "To be mended", all.Where(finding => finding.Severity == Severity.Error).ToList());
        WriteQuestions(sheet, sheet.Policy.Where(finding => finding.Severity == Severity.Warning).ToList());
        WriteFindings("须核对", "To be checked", sheet.NewFindings.Where(finding => finding.Severity == Severity.Warning).ToList());
        WriteWaiting(sheet.Waiting);
        WriteFacts(sheet.Facts);
        WriteNotes(all.Where(finding => finding.Severity == Severity.Note).ToList());
        WriteFiles(sheet);
        Line();
        Line($"<sub>{Words("比较", "Compared")} {MarkdownText.Code(ReviewOrigin.Short(sheet.Base))} → {MarkdownText.Code(ReviewOrigin.Short(sheet.Head))} · {Words($"已消除 {sheet.FixedFindings.Count} 处问题，原有 {sheet.LeftFindings} 处未变", $"{sheet.FixedFindings.Count} findings fixed, {sheet.LeftFindings} left as they were")}</sub>");
    }

    private void WritePeriods(ReviewDocument sheet)
    {
        Line();
        if (ReviewWords.AsOf(sheet) is { } asOf)
        {
            Line(asOf.In(language));
            Line();
        }

        if (sheet.Periods.Count == 0)
        {
            Line(Words("得分与扣款没有变化。", "Points and yuan stay as they are."));
            return;
        }

        Line(Words("| 合同 | 周期 | 得分 | 扣款（元） | 档次 |", "| Contract | Period | Score | Deduction (yuan) | Band |"));
        Line("|---|---|---|---|---|");
        Each(sheet.Periods, Math.Max(rows, 5), period => Line($"| {Encoded(period.Contract)} | {Encoded(period.Period)} | {Moved(ReviewWords.PointsOf(period.Before, language), ReviewWords.PointsOf(period.After, language), ReviewWords.Signed(period.PointsMoved, "0.00"))} | {Moved(ReviewWords.YuanOf(period.Before, language), ReviewWords.YuanOf(period.After, language), ReviewWords.Signed(period.YuanMoved, "#,##0.00"))} | {Moved(Band(period.Before), Band(period.After), "")} |"), count => Line($"| {Words($"另有 {count} 项", $"and {count} more")} | | | | |"));
        var points = sheet.Periods.SelectMany(period => period.Points.Select(point => (period.Period, Point: point))).ToList();
        var money = sheet.Periods.SelectMany(period => period.Money.Select(line => (period.Period, Line: line))).ToList();
        if (points.Count + money.Count > 0)
        {
            Line();
        }

        Each(points, rows, row => Line($"- **{ReviewWords.SignedPoints(row.Point.Moved)}** {Words("分", "points")}　{Encoded(row.Period)} {Encoded(row.Point.Deduction)}　{Encoded(row.Point.Reason.In(language))}{Clauses(row.Point.Clauses)}{Causes(row.Point.Causes)}"), More);
        Each(money, rows, row => Line($"- **{(row.Line.Moved is null ? Words("金额待定", "amount undetermined") : $"¥ {ReviewWords.Signed(row.Line.Moved, "#,##0.00")}")}**　{Encoded(row.Period)} {Encoded(row.Line.Line)}　{Encoded(row.Line.Reason.In(language))}{Causes(row.Line.Causes)}"), More);
    }

    private void WriteFindings(string zh, string en, IReadOnlyList<FindingEntry> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        Heading(Words(zh, en), findings.Count);
        Each(findings, rows, WriteFinding, More);
    }

    private void WriteFinding(FindingEntry finding)
    {
        Line($"- **{Encoded(finding.Rule)}** {Encoded(finding.Message.In(language))}　{Link(finding.Path, finding.Line)}  ");
        Line($"  {Encoded(finding.Help.In(language))}");
    }

    private void WriteQuestions(ReviewDocument sheet, IReadOnlyList<FindingEntry> warnings)
    {
        var count = sheet.Questions.Count + warnings.Count + sheet.Uncovered.Count + sheet.NotApplied.Count;
        if (count == 0)
        {
            return;
        }

        Heading(Words("须决定", "To be decided"), count);
        Each(sheet.Questions, rows, question => Line($"- {Encoded(question.Words.In(language))}{(question.Path is { } path ? "　" + Link(path, question.Line ?? 1) : "")}"), More);
        Each(warnings, rows, WriteFinding, More);
        Each(sheet.NotApplied, rows, path => Line($"- {Code(path)} {Words("与记录一同提交，判断时未采用；请另行提交", "comes with records and was not used to judge them: submit it by itself")}"), More);
        Each(sheet.Uncovered, rows, words => Line($"- {Encoded(words.In(language))}"), More);
    }

    private void WriteFacts(IReadOnlyList<ReviewedFact> facts) => Folded(Words("时限与义务", "Limits and duties"), facts.Count, () =>
        Each(facts, rows, fact => Line($"- {Encoded(fact.Contract)} {Encoded(fact.Period)}　{Encoded(fact.Title.In(language))}　{Encoded(fact.Name)}：{Encoded(fact.Before?.In(language) ?? "—")} → **{Encoded(fact.After?.In(language) ?? "—")}**"), More));

    /// <summary>What waits for whom in the contracts touched; what the change brings stands first.</summary>
    private void WriteWaiting(IReadOnlyList<SheetWaiting> waiting)
    {
        var fresh = waiting.Count(one => one.IsNew);
        Folded(fresh > 0 ? Words($"待办（新增 {fresh}）", $"Waiting ({fresh} new)") : Words("待办", "Waiting"), waiting.Count, () => Each(waiting.OrderByDescending(one => one.IsNew).ToList(), rows, one =>
        {
            var (item, mark) = (one.Item, one.IsNew ? Words("**新** ", "**new** ") : "");
            var stake = string.Join("　", new[] { ReviewWords.AtStake(item.Moves, language), item.Payable is { } yuan ? $"¥ {Yuan.Show(yuan).In(language)}" : "" }.Where(word => word.Length > 0));
            Line($"- {mark}{(item.Day is { } day ? Moment.Show(day) + "　" : "")}{item.For.Title().In(language)}　{item.Kind.Title().In(language)}　{Encoded(item.Contract)} {Encoded(item.Period ?? "")}　{Encoded(item.What.In(language))}{(stake.Length > 0 ? $"　**{stake}**" : "")}{(item.Record is { } record ? "　" + Link(record.Path, record.Line) : "")}");
        }, More));
    }

    private void WriteNotes(IReadOnlyList<FindingEntry> notes) => Folded(Words("提示", "Remarks"), notes.Count, () => Each(notes, rows, WriteFinding, More));

    private void WriteFiles(ReviewDocument sheet) => Folded(Words("文件", "Files"), sheet.Files.Count, () =>
    {
        Each(sheet.Resources, rows, resource =>
        {
            Line($"- {resource.Change.Title().In(language)} {Encoded(ReviewWords.KindOf(resource).In(language))} {Link(resource.Path, resource.Line)}");
            Each(resource.Fields, Math.Min(rows, MostFields), field => Line($"  - {Code(field.Field)} {Encoded(field.Before ?? "—")} → {Encoded(field.After ?? "—")}"), count => Line($"  - {Words($"另有 {count} 项", $"and {count} more")}"));
        }, More);
        var shown = sheet.Resources.Select(resource => resource.Path).ToHashSet(StringComparer.Ordinal);
        Each(sheet.Files.Where(file => !shown.Contains(file)).ToList(), rows, file => Line($"- {Code(file)}"), More);
    });

    private void Folded(string heading, int count, Action write)
    {
        if (count == 0)
        {
            return;
        }

        Line();
        Line($"<details><summary>{heading} {count.ToString(CultureInfo.InvariantCulture)}</summary>");
        Line();
        write();
        Line();
        Line("</details>");
    }

    private void Heading(string words, int count)
    {
        Line();
        Line($"### {words} · {count.ToString(CultureInfo.InvariantCulture)}");
        Line();
    }

    private static void Each<T>(IReadOnlyList<T> items, int most, Action<T> write, Action<int> rest)
    {
        foreach (var item in items.Take(most))
        {
            write(item);
        }

        if (items.Count > most)
        {
            rest(items.Count - most);
        }
    }

    private void More(int count) => Line($"- {Words($"另有 {count} 项", $"and {count} more")}");

    private static string Clauses(IReadOnlyList<string> clauses) => clauses.Count == 0 ? "" : $"　〔{Encoded(string.Join("；", clauses.Take(MostFields)))}〕";

    private string Causes(IReadOnlyList<ReviewedCause> causes) => causes.Count == 0 ? "" : "　← " + string.Join("，", causes.Take(MostFields).Select(cause => Link(cause.Path, cause.Line)));

    private string Link(string path, int line)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].Replace(".yaml", "", StringComparison.Ordinal);
        var place = string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}#L{line}");
        return filesAddress is null || place.Length > LongestAddress
            ? Code(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"))
            : $"[{Encoded(name)}]({filesAddress}/{place})";
    }

    private string Band(ReviewedResult? result) => Encoded(ReviewWords.BandOf(result, language));

    private static string Moved(string before, string after, string difference) =>
        before == after ? before : $"{(before.Length == 0 ? "—" : before)} → **{(after.Length == 0 ? "—" : after)}**{(difference.Length > 0 ? $"（{difference}）" : "")}";

    private string Words(string zh, string en) => language == Language.Zh ? zh : en;

    /// <summary>
    /// Text that a forge makes nothing of either. A forge looks for accounts, issue numbers and formulas in the page that Markdown has become,
    /// where an entity is its character again: so these are written with their wide forms, which everybody can see.
    /// </summary>
    private static string Encoded(string text) => ForgeWords().Replace(MarkdownText.Escape(Short(text)), found => found.Value switch
    {
        "&#64;" => "＠",
        "&#35;" => "＃",
        "\\$" => "＄",
        "&#46;" => "\\.",
        _ => found.Value[..^1] + "\u2011",
    });

    [GeneratedRegex(@"&\#64;|&\#35;|&\#46;|\\\$|\bGH-(?=[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForgeWords();

    private static string Code(string text) => MarkdownText.Code(VisibleText.Show(Short(text)));

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";

    private void Line(string text = "") => output.Write(text + "\n");
}
