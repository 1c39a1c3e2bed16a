using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sheets of one workbook are about.</summary>
internal sealed record AssessmentBook(ContractResult Result, PeriodResult Period, ReportOrigin Origin)
{
    public AssessmentPeriod Days => Period.Period;

    public Assessment Assessment => Period.Assessment;

    public Measurement Measurement => Assessment.Measurement;

    public ContractFolder Folder => Measurement.Folder;

    /// <summary>The ids of the deductions that rest on a file, by path.</summary>
    public ILookup<string, string> DeductionsByPath { get; } = Period.Assessment.Deductions
        .SelectMany(deduction => deduction.Records.Select(record => (record.Path, deduction.Id)))
        .ToLookup(pair => pair.Path, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>What git says of the contract's files in the period; null where there is no git to ask.</summary>
    public IReadOnlyList<HistoryLine>? History { get; } = Origin.History?
        .Where(line => line.Change.Path.StartsWith(ContractFiles.FolderOf(Result.Folder), StringComparison.Ordinal)
            && Period.Period.Days.Contains(BeijingTime.DateOf(line.Commit.CommittedAt)))
        .ToList();

    /// <summary>The period's incidents.</summary>
    public IReadOnlyList<IncidentRow> Incidents { get; } = Period.Assessment.Measurement.FactsIn(Period.Period)
        .Where(fact => fact.Record is Incident)
        .Select(fact => IncidentRow.From(Period.Assessment.Measurement, fact, Period.Assessment.Deductions.Where(deduction => deduction.Records.Any(record => record.Path == fact.Resource.Path)).Select(deduction => deduction.Id).Distinct().ToList()))
        .ToList();

    /// <summary>What is said where there is no score; null where there is one.</summary>
    public Text? WhyNoScore => Assessment.Scorecard is not null ? null
        : Folder.IsScored ? new("评分表无法读取，本期得分待定。", "The scorecard cannot be read: the score is undetermined.")
        : new("合同没有考核评分表，本期不计分。", "The contract has no scorecard: nothing is scored.");

    /// <summary>The period as people call it.</summary>
    public Text PeriodTitle => Days is { Number: 1, IsLast: true } ? new("全服务期", "The whole term") : new($"第 {Days.Number} 考核期（{Days.Id}）", $"Period {Days.Number} ({Days.Id})");

    /// <summary>How firm the result is.</summary>
    public Text State => Assessment.State.IsClosed()
        ? Assessment.State.Title()
        : new($"{Assessment.State.Title().Zh}（数据截至 {Minute(Measurement.AsOf)}）", $"{Assessment.State.Title().En} (data up to {Minute(Measurement.AsOf)})");

    /// <summary>The two parties' boxes.</summary>
    public Blocks.Block.Signatures Signatures
    {
        get
        {
            var (purchaser, vendor) = (Origin.TitleOf(Folder.Terms.Purchaser), Origin.TitleOf(Folder.Terms.Vendor));
            return new([new($"采购人（签字盖章）：{purchaser.Zh}", $"Purchaser (signature and seal): {purchaser.En}"), new($"供应商（签字盖章）：{vendor.Zh}", $"Vendor (signature and seal): {vendor.En}")]);
        }
    }

    /// <summary>A moment to the minute; midnight as 24:00 of the day that it ends.</summary>
    public static string Minute(Instant moment) => Moment.ShowEnd(moment)[..^3];

    /// <summary>Days with the first and the last, both included.</summary>
    public static Text Span(DateSpan days) => new(ValueText.Show(new Value.Days(days), Language.Zh), ValueText.Show(new Value.Days(days), Language.En));
}
