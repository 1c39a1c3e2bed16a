using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A deduction as a short proof: clause, facts with file and line, the clock's arithmetic, the readings it rests on.</summary>
internal static class DeductionProof
{
    /// <summary>Writes the proof of one deduction.</summary>
    public static void Write(TextWriter output, PeriodResult period, Deduction deduction, Language language)
    {
        var line = period.Assessment.Indicators.First(indicator => indicator.Deductions.Contains(deduction));
        output.Write(Tone.Heading, $"{period.Assessment.Measurement.Folder.Name} {period.Period.Id}  {deduction.Id}");
        output.WriteLine(Tone.Bad, $"  −{Points.Plain(deduction.Points)}");
        Row(output, new("指标", "indicator"), $"{line.Indicator.Id} {line.Indicator.Title.In(language)}", language);
        Row(output, new("规则", "rule"), deduction.Term.Title.In(language), language);
        foreach (var clause in deduction.Clauses)
        {
            Row(output, new("条款", "clause"), clause, language);
        }

        Row(output, new("事由", "reason"), deduction.Reason.In(language), language);
        foreach (var record in deduction.Records)
        {
            WriteRecord(output, record, language);
            WriteMatch(output, period.Assessment.Measurement, deduction.Matched.FirstOrDefault(matched => matched.Fact.Resource.Path == record.Path), language);
        }

        foreach (var occurrence in deduction.Occurrences)
        {
            Row(output, new("义务", "duty"), $"{occurrence.Obligation.Title.In(language)}  {occurrence.Name}  {Moment.Show(occurrence.Days.Start)}…{Moment.Show(occurrence.Days.End.PlusDays(-1))}  {occurrence.State.Title().In(language)}{Cited(occurrence.Obligation.Clauses)}", language);
        }

        foreach (var (record, field) in deduction.Records.Select(record => period.Assessment.Measurement.Determined.GetValueOrDefault(record.Path)).OfType<Resource>().Distinct().SelectMany(record => record.Determined.Select(field => (record, field))))
        {
            Row(output, new("认定", "determined"), string.Create(CultureInfo.InvariantCulture, $"{field.By.Path}:{field.By.Place.Line}  {DeterminedWords.Of(record.Kind, field).In(language)}：{field.By.Spec.Reason}"), language);
        }

        foreach (var target in deduction.Targets)
        {
            WriteClock(output, target, language);
        }

        WriteArithmetic(output, line, deduction, language);
        WriteDispute(output, period, deduction.Dispute, new($"{Points.Plain(deduction.Restored)} 分", English.Count(Points.Plain(deduction.Restored), "point")), language);
        foreach (var key in deduction.Interpretations)
        {
            WriteReading(output, period, key, language);
        }

        output.WriteLine();
    }

    /// <summary>What a line of the form waits for before it has a score, and what ends the waiting.</summary>
    public static void WriteAwaited(TextWriter output, PeriodResult period, IndicatorScore line, Awaited awaited, Language language)
    {
        output.WriteLine(Tone.Heading, $"{period.Assessment.Measurement.Folder.Name} {period.Period.Id}  {awaited.Term.Id}  —");
        Row(output, new("指标", "indicator"), $"{line.Indicator.Id} {line.Indicator.Title.In(language)}", language);
        Row(output, new("规则", "rule"), awaited.Term.Title.In(language), language);
        foreach (var clause in awaited.Term.Clauses.Count > 0 ? awaited.Term.Clauses : line.Indicator.Clauses)
        {
            Row(output, new("条款", "clause"), clause, language);
        }

        Row(output, new("等待", "waits for"), AwaitedWords.Of(period, awaited).In(language), language);
        output.WriteLine();
    }

    /// <summary>The proof of one target's outcome: each stretch of the clock, with the calendar notice that opens or closes it.</summary>
    public static void WriteClock(TextWriter output, TargetResult result, Language language)
    {
        var limit = Amount.Parse(result.Target.Limit)?.Describe() ?? Text.Same(result.Target.Limit);
        Row(output, new("时限", "limit"), $"{result.Target.Title.In(language)} ≤ {limit.In(language)}{Cited(result.Target.Clauses)}", language);
        if (result.Start is { } start)
        {
            Row(output, new("起算", "start"), Moment.Show(start), language);
        }

        if (result.Due is { } due)
        {
            Row(output, new("到期", "due"), Moment.ShowEnd(due), language);
        }

        Row(output, new("完成", "end"), result.End is { } end ? Moment.Show(end) : new Text("尚未完成", "still open").In(language), language);
        foreach (var segment in result.Elapsed?.Segments ?? [])
        {
            var mark = segment.Counts ? "+" : " ";
            Row(output, new("", ""), $"  {mark} {Moment.ShowStretch(segment.From, segment.To)}  {segment.Describe().In(language)}", language);
        }

        if (result.Elapsed is { } elapsed)
        {
            Row(output, new("用时", "elapsed"), elapsed.Counted.Describe().In(language), language);
        }

        Row(output, new("结果", "outcome"), new Text($"{result.State.Title().Zh}：{result.Reason.Zh}", $"{result.State.Title().En}: {result.Reason.En}").In(language), language);
    }

    /// <summary>The fields by which a record was picked and priced; a level that decides is proved like a clock.</summary>
    private static void WriteMatch(TextWriter output, Measurement measurement, MatchedFact? matched, Language language)
    {
        if (matched is null)
        {
            return;
        }

        Row(output, new("条件", "because"), string.Join(language == Language.Zh ? "，" : ", ", matched.Fields.Select(field =>
            string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {string.Join('/', field.Found)} (:{field.Place.Line})"))), language);
        if (matched.Fields.Any(field => field.Name == MeasuredFields.Severity) && measurement.GradingOf(matched.Fact) is { } grading)
        {
            SeverityProof.Write(output, grading, ((Incident)matched.Fact.Record).Severity, language, new string(' ', language == Language.Zh ? 9 : 13));
        }
    }

    private static string Cited(IReadOnlyList<string> clauses) => clauses.Count == 0 ? "" : $"  [{string.Join("; ", clauses)}]";

    private static void WriteArithmetic(TextWriter output, IndicatorScore line, Deduction deduction, Language language)
    {
        var floor = line.Indicator.Floor is { } least
            ? new Text($"，最低 {Points.Plain(least)} 分", $", floor {Points.Plain(least)}")
            : new Text("，扣分不设下限", ", no floor");
        var cut = deduction.Points == deduction.PointsBeforeFloor
            ? ""
            : new Text($"（应扣 {Points.Plain(deduction.PointsBeforeFloor)}）", $" (of {Points.Plain(deduction.PointsBeforeFloor)})").In(language);
        Row(output, new("算式", "sum"),
            $"{Points.Plain(line.Indicator.Marks)} − {string.Join(" − ", line.Deductions.Select(one => Points.Plain(one.Points)))} = {(line.Score is { } score ? Points.Plain(score) : "—")}{cut}{floor.In(language)}", language);
    }

    /// <summary>A fact by file, line and the identity of its bytes.</summary>
    public static void WriteRecord(TextWriter output, RecordReference record, Language language) =>
        Row(output, new("依据", "record"), string.Create(CultureInfo.InvariantCulture, $"{record.Path}:{record.Line}  (blob {record.Blob[..12]})"), language);

    /// <summary>The dispute about a deduction, and what became of it.</summary>
    public static void WriteDispute(TextWriter output, PeriodResult period, DisputeState? disputed, Text restored, Language language)
    {
        if (disputed is not { } state)
        {
            return;
        }

        var dispute = state.Dispute;
        Row(output, new("异议", "dispute"), string.Create(CultureInfo.InvariantCulture, $"{dispute.Path}:{dispute.Place.Line}  {dispute.Spec.DisputedOn:uuuu-MM-dd} {dispute.Spec.Reason}"), language);
        if (state.Ruling is { } ruling)
        {
            Row(output, new("裁定", "ruling"), string.Create(CultureInfo.InvariantCulture, $"{ruling.Path}:{ruling.Place.Line}  {ruling.Spec.DecidedOn:uuuu-MM-dd} {ruling.Spec.Reason}"), language);
        }

        Row(output, new("", ""), state.IsOpen
            ? new Text(
                $"  未决：若成立，得分 {Points.Show(period.Score.Upheld)}，扣款 {Yuan.Show(period.Deducted.Upheld).Zh} 元",
                $"  open: with every open dispute upheld the score is {Points.Show(period.Score.Upheld)}, the deduction {Yuan.Show(period.Deducted.Upheld).En} yuan").In(language)
            : new Text($"  退回 {restored.Zh}", $"  {restored.En} given back").In(language), language);
    }

    private static void WriteReading(TextWriter output, PeriodResult period, string key, Language language)
    {
        var item = period.Assessment.Measurement.Folder.Interpretations?.Items.FirstOrDefault(one => one.Key == key);
        var option = item?.Options.FirstOrDefault(one => period.ReadingsInForce.TryGetValue(key, out var chosen) && one.Id == chosen);
        if (item is null || option is null)
        {
            return;
        }

        Row(output, new("解释", "reading"), new Text($"{key} = {option.Id}：{option.Title.Zh}", $"{key} = {option.Id}: {option.Title.En}").In(language), language);
        foreach (var row in period.Sensitivity.Where(row => row.Interpretation.Key == key))
        {
            Row(output, new("", ""), new Text(
                $"  若读作“{row.Option.Title.Zh}”：得分 {Points.Show(row.Total)}，扣款 {Yuan.Show(row.Amount).Zh} 元",
                $"  read as '{row.Option.Title.En}': score {Points.Show(row.Total)}, deduction {Yuan.Show(row.Amount).En} yuan").In(language), language);
        }
    }

    /// <summary>A line of a proof.</summary>
    public static void Row(TextWriter output, Text label, string value, Language language)
    {
        var word = label.In(language);
        var width = language == Language.Zh ? 6 - (2 * word.Length) : 10 - word.Length;
        output.Write(Tone.Faint, $"  {word}{new string(' ', Math.Max(1, width))} ");
        output.WriteLine(VisibleText.Show(value));
    }
}
