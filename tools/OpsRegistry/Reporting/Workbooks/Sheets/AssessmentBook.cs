using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Verifying;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sheets of one workbook are about.</summary>
internal sealed record AssessmentBook(ContractResult Result, PeriodResult Period, ReportOrigin Origin, AssessmentVolume Volume)
{
    /// <summary>Points that the reader tries to lose; null where he tried none.</summary>
    public decimal? Tried { get; init; }

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

    /// <summary>Where the two parties sign and seal.</summary>
    public Block.Signatures Parties
    {
        get
        {
            var (purchaser, vendor) = (Origin.TitleOf(Folder.Terms.Purchaser), Origin.TitleOf(Folder.Terms.Vendor));
            return new(
                new SigningLine(
                    new("Purchaser_Seal", new("采购人盖章", "the purchaser's seal"), ReaderKind.Seal) { Label = new($"采购人（盖章）\n{purchaser.Zh}", $"Purchaser (seal)\n{purchaser.En}") },
                    new("Vendor_Seal", new("供应商盖章", "the vendor's seal"), ReaderKind.Seal) { Label = new($"供应商（盖章）\n{vendor.Zh}", $"Vendor (seal)\n{vendor.En}") }),
                new SigningLine(
                    new("Purchaser_Name", new("采购人代表", "the purchaser's representative"), ReaderKind.Name) { Label = Representative },
                    new("Vendor_Name", new("供应商代表", "the vendor's representative"), ReaderKind.Name) { Label = Representative }),
                new SigningLine(
                    new("Purchaser_Day", new("采购人签署日期", "the purchaser's day"), ReaderKind.Day) { Label = Day },
                    new("Vendor_Day", new("供应商签署日期", "the vendor's day"), ReaderKind.Day) { Label = Day }));
        }
    }

    /// <summary>Where who assessed, who checked and who answers for it sign, and what the vendor thinks of it.</summary>
    public Block.Signatures Reviewers { get; } = new(
        Reviewer("Assessor", new("考核人", "assessed by")),
        Reviewer("Checker", new("复核人", "checked by")),
        Reviewer("Head", new("负责人", "approved by")),
        new SigningLine(new SigningField("Vendor_Opinion", new("供应商意见", "the vendor's opinion"), ReaderKind.Opinion) { Label = new("供应商意见\n（同意，或写明异议）", "The vendor's opinion\n(agreed, or what is disputed)") }),
        Reviewer("Vendor_Opinion", new("供应商代表", "for the vendor")));

    private static Text Representative { get; } = new("代表（签字）", "Signed");

    private static Text Day { get; } = new("日　期", "Date");

    private static SigningLine Reviewer(string key, Text title) => new(
        new($"{key}_Name", title, ReaderKind.Name),
        new($"{key}_Day", new($"{title.Zh}签署日期", $"{title.En}: day"), ReaderKind.Day) { Label = Day });

    /// <summary>A moment to the minute; midnight as 24:00 of the day that it ends.</summary>
    public static string Minute(Instant moment) => Moment.ShowEnd(moment)[..^3];

    /// <summary>Days with the first and the last, both included.</summary>
    public static Text Span(DateSpan days) => new(ValueText.Show(new Value.Days(days), Language.Zh), ValueText.Show(new Value.Days(days), Language.En));
}
