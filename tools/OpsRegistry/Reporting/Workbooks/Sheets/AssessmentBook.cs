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

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sheets of one workbook are about.</summary>
internal sealed record AssessmentBook(ContractResult Result, PeriodResult Period, ReportOrigin Origin)
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
                    new("Purchaser_Seal", new($"采购人（盖章）\n{purchaser.Zh}", $"Purchaser (seal)\n{purchaser.En}"), ReaderKind.Seal),
                    new("Vendor_Seal", new($"供应商（盖章）\n{vendor.Zh}", $"Vendor (seal)\n{vendor.En}"), ReaderKind.Seal)),
                new SigningLine(new("Purchaser_Name", Representative, ReaderKind.Name), new("Vendor_Name", Representative, ReaderKind.Name)),
                new SigningLine(new("Purchaser_Day", Day, ReaderKind.Day), new("Vendor_Day", Day, ReaderKind.Day)));
        }
    }

    /// <summary>Where who assessed, who checked and who answers for it sign, and what the vendor thinks of it.</summary>
    public Block.Signatures Reviewers { get; } = new(
        new SigningLine(new("Assessor_Name", new("考核人", "Assessed by"), ReaderKind.Name), new("Assessor_Day", Day, ReaderKind.Day)),
        new SigningLine(new("Checker_Name", new("复核人", "Checked by"), ReaderKind.Name), new("Checker_Day", Day, ReaderKind.Day)),
        new SigningLine(new("Head_Name", new("负责人", "Approved by"), ReaderKind.Name), new("Head_Day", Day, ReaderKind.Day)),
        new SigningLine(new SigningField("Vendor_Opinion", new("供应商意见\n（同意，或写明异议）", "The vendor's opinion\n(agreed, or what is disputed)"), ReaderKind.Opinion)),
        new SigningLine(new("Vendor_Opinion_Name", new("供应商代表", "For the vendor"), ReaderKind.Name), new("Vendor_Opinion_Day", Day, ReaderKind.Day)));

    private static Text Representative { get; } = new("代表（签字）", "Signed");

    private static Text Day { get; } = new("日　期", "Date");

    /// <summary>A moment to the minute; midnight as 24:00 of the day that it ends.</summary>
    public static string Minute(Instant moment) => Moment.ShowEnd(moment)[..^3];

    /// <summary>Days with the first and the last, both included.</summary>
    public static Text Span(DateSpan days) => new(ValueText.Show(new Value.Days(days), Language.Zh), ValueText.Show(new Value.Days(days), Language.En));
}
