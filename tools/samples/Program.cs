using OpsRegistry.Samples.Filler;
using OpsRegistry.Samples.Story;
using OpsRegistry.Samples.Writing;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/samples -- <repository root>");
    return 2;
}

IReadOnlyList<SampleRecord> records =
[
    .. FaultStory.Records(FirstPeriodFaults.All),
    .. FaultStory.Records(SecondPeriodFaults.All),
    .. FaultStory.Records(ThirdPeriodFaults.All),
    .. FaultStory.Records(FourthPeriodFaults.All),
    .. SpecialPeriodStory.Records(),
    .. NoticeStory.Records(),
    .. AttendanceStory.Records(),
    .. PersonnelStory.Records(),
    .. DrillStory.Records(),
    .. TrainingStory.Records(),
    .. ReportStory.Records(),
    .. CommitmentStory.Records(),
    .. MoneyStory.Records(),
    .. VulnerabilityStory.Records(),
    .. ChangeStory.Records(),
    .. RequestStory.Records(),
    .. WeeklyInspections.Records(),
    .. MonthlyBackups.Records(),
    .. DailyRequests.Records(),
];

var written = new ContractWriter(args[0], "pingdingshan-2025").Write(records);
Console.WriteLine($"{written.Records} records, {written.Evidence} evidence files");
return 0;
