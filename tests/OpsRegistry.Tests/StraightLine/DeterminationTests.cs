using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>What the vendor claims holds until the purchaser determines otherwise; contract 003's incident-2026-0020 claims level 4, its impact undecided.</summary>
public sealed class DeterminationTests
{
    private const string Contract = "pingdingshan-2025";
    private const string Folder = $"ops-registry/contracts/{Contract}/";

    private static readonly Lazy<SortedDictionary<string, string>> Files = new(() => InMemory.Files("tests/golden/contracts"));

    [Fact]
    public void A_determination_counts_from_its_day_and_shows_both_values()
    {
        var registry = Of(Determination(1, "incident-2026-0020", "seriousImpact", "\"yes\"", "2026-11-10"));
        Assert.Equal((82.00m, 254_500.00m), Fourth(registry, new(2026, 11, 9)));
        Assert.Equal((77.00m, 509_000.00m), Fourth(registry, new(2026, 11, 20)));
        var deduction = Period(registry, new(2026, 11, 20)).Assessment.Deductions.Single(one => one.Records.Any(record => record.Name == "incident-2026-0020") && one.Indicator.Id == "B1");
        Assert.EndsWith(" [Serious impact: claimed 'not decided', determined as 'yes' on 2026-11-10 by pds-review-01]", deduction.Reason.En, StringComparison.Ordinal);
        Assert.Equal(26, Assert.Single(deduction.Records).Line); // where the record claims its level
        var effect = Assert.Single(Period(registry, new(2026, 11, 20)).Determinations);
        Assert.Equal((DeterminationState.InForce, 82.00m, 254_500.00m), (effect.State, effect.Total, effect.Amount));
    }

    [Fact]
    public void The_table_shows_what_was_claimed_what_was_determined_and_what_the_claim_would_come_to()
    {
        var period = Period(Of(Determination(1, "incident-2026-0020", "seriousImpact", "\"yes\"", "2026-11-10")), new(2026, 11, 20));
        using var csv = new StringWriter();
        TableCsv.Write(csv, ["contract"], [([Contract], DeterminationTable.For(period))], Language.Zh);
        var lines = csv.ToString().Trim('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Equal("contract,record,field,claimed,determined,on,by,reason,state,claimScore,claimAmount", lines[0]);
        Assert.Matches($"^{Contract},[^,]*incident-2026-0020[^,]*,seriousImpact,undecided,yes,2026-11-10,pds-review-01,.*,82(\\.00)?,254500(\\.00)?$", lines[1]);
        Assert.Equal(0, DeterminationTable.For(period, Folder + "records/2026/11/incident-2026-0001.yaml").RowCount);
    }

    [Fact]
    public void A_later_determination_takes_the_place_of_an_earlier_one()
    {
        var registry = Of(
            Determination(1, "incident-2026-0020", "seriousImpact", "\"yes\"", "2026-11-10"),
            Determination(2, "incident-2026-0020", "seriousImpact", "\"no\"", "2026-11-12"));
        Assert.Equal((77.00m, 509_000.00m), Fourth(registry, new(2026, 11, 11)));
        Assert.Equal((82.00m, 254_500.00m), Fourth(registry, new(2026, 11, 20)));
        Assert.Equal([DeterminationState.Replaced, DeterminationState.InForce], Period(registry, new(2026, 11, 20)).Determinations.Select(effect => effect.State));
    }

    [Fact]
    public void A_disputed_determination_is_a_range_and_an_upheld_dispute_returns_points_and_yuan()
    {
        var dispute = Claim("disputes/dispute-2026-0008", "Dispute", "period: P4\n  deduction: B1-1.2\n  record: incident-2026-0020\n  determination: determination-2026-0001\n  reason: 影响不到半小时\n  disputedBy: pds-pm-01\n  disputedOn: 2026-11-12");
        var determination = Determination(1, "incident-2026-0020", "seriousImpact", "\"yes\"", "2026-11-10");
        var open = Period(Of(determination, dispute), new(2026, 11, 20));
        Assert.Equal((77.00m, 509_000.00m), (open.Assessment.Total, open.Settlement.Total));
        Assert.Contains(open.Disputed!.Open, state => state.Dispute.Name == "dispute-2026-0008");
        Assert.True(open.Disputed.Assessment.Total >= 82.00m && open.Disputed.Settlement.Total <= 254_500.00m);
        var upheld = Of(determination, dispute, Claim("judgements/ruling-2026-0008", "Ruling", "dispute: dispute-2026-0008\n  outcome: upheld\n  reason: 经核对属实\n  decidedBy: pds-review-01\n  decidedOn: 2026-11-15"));
        Assert.Equal((82.00m, 254_500.00m), Fourth(upheld, new(2026, 11, 20)));
        Assert.Equal(DeterminationState.SetAside, Assert.Single(Period(upheld, new(2026, 11, 20)).Determinations).State);
        Assert.DoesNotContain(Period(upheld, new(2026, 11, 20)).DisputesAboutNothing, state => state.Dispute.Name == "dispute-2026-0008");
    }

    [Fact]
    public void The_deciding_fields_of_contract_003_come_from_its_own_files() => Assert.Equal(
        [
            "Attendance.event", "Attendance.excused", "CommitmentStatus.commitment", "CommitmentStatus.state", "FaultReport.reportType",
            "Incident.attributable", "Incident.category", "Incident.dataLeak", "Incident.degradations", "Incident.interruptions", "Incident.onSiteNeeded", "Incident.pauses",
            "Incident.rootCause", "Incident.securityClass", "Incident.seriousImpact", "Incident.severity",
            "SecurityNotice.attributable", "SecurityNotice.noticeType", "ServiceRequest.dueOn", "ServiceRequest.harmedPurchaser", "ServiceRequest.requestType",
        ],
        DecidingFields.Of(Of().ContractNamed(Contract)!)
            .Where(field => field.Kind is "Attendance" or "CommitmentStatus" or "FaultReport" or "Incident" or "SecurityNotice" or "ServiceRequest")
            .Select(field => $"{field.Kind}.{field.Key}").Order(StringComparer.Ordinal));

    /// <summary>What is not found to decide must not: another word of such a field leaves points, yuan, limits and duties as they are.</summary>
    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_field_that_is_not_found_to_decide_moves_nothing(string contract)
    {
        var registry = Alone(contract);
        var folder = registry.ContractNamed(contract)!;
        var deciding = DecidingFields.Of(folder);
        var asClaimed = Outcomes(registry, folder);
        var each = Campaign.Inputs("records of each kind and other words of each of their fields", 1);
        foreach (var record in folder.Records.GroupBy(record => record.Kind).SelectMany(group => group.Take(each)))
        {
            foreach (var field in record.Kind.Fields.Where(field => field.IsPlain && field.Words is not null && !deciding.Contains(new(record.Kind.Name, field.Key))))
            {
                foreach (var word in field.Words!.Except(field.ValuesIn(record.Spec)).Take(each))
                {
                    var edited = Determinations.With(record, field.Key, new ScalarNode(record.Place, word, ScalarKind.String))!;
                    Assert.True(asClaimed == Outcomes(registry, folder.With(other => ReferenceEquals(other, record) ? edited : other)), $"{record.Name} {field.Key}: {word}");
                }
            }
        }
    }

    /// <summary>Deciding something never makes a registry unpublishable: every deciding field of every record is set to each other value it may hold.</summary>
    [Theory]
    [InlineData("fujian-2023")]
    [InlineData(Contract)]
    [InlineData("zhangjiagang-2024")]
    public void No_determination_brings_an_error(string contract)
    {
        var registry = Alone(contract);
        var folder = registry.ContractNamed(contract)!;
        var deciding = DecidingFields.Of(folder);
        var before = Errors(registry);
        var claims = (
            from record in folder.Records.GroupBy(record => record.Kind).SelectMany(kind => kind.Take(40))
            from field in record.Kind.Fields
            where deciding.Contains(new(record.Kind.Name, field.Key)) && field.Words is not null
            select (record, field)).ToList();
        Assert.NotEmpty(claims);
        var by = folder.Of<Person>().First(person => person.Spec.Employer == folder.Terms.Purchaser).Name;
        for (var round = 0; round < claims.Max(claim => claim.field.Words!.Count); round++)
        {
            var files = claims
                .Where(claim => round < claim.field.Words!.Count)
                .Select((claim, number) => Determination(number + 1, claim.record.Name, claim.field.Key, claim.field.Words![round] is var word && claim.field.Type == typeof(bool) ? word : $"\"{word}\"", "2026-11-20", contract, by));
            Assert.Equal(before, Errors(Alone(contract, files.ToArray())));
        }
    }

    public static TheoryData<string> Contracts { get; } = [.. new[] { "changning-2026", "fujian-2023", "pengjiang-2025", Contract, "zhangjiagang-2024" }];

    private static List<string> Errors(Registry registry) => RuleCatalog.All
        .Where(rule => rule.Info.Severity == Severity.Error)
        .SelectMany(rule => rule.Check(registry))
        .Select(finding => $"{finding.Rule.Id} {finding.Place.Path}: {finding.Message.En}")
        .Order(StringComparer.Ordinal).ToList();

    private static string Outcomes(Registry registry, ContractFolder folder)
    {
        var result = ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser, acceptProvisional: true), BeijingTime.EndOf(new(2026, 11, 20)));
        return string.Join('\n', result.Periods.SelectMany(period => new[] { $"{period.Period.Id} {period.Assessment.Total} {period.Settlement.Total} {period.Assessment.Band?.Id}" }
            .Concat(period.Assessment.Measurement.TargetsIn(period.Period).Select(target => $"{target.Resource.Path} {target.Target.Id} {target.State}"))
            .Concat(period.Assessment.Measurement.OccurrencesIn(period.Period).Select(duty => $"{duty.Obligation.Id} {duty.Name} {duty.State}"))));
    }

    private static (decimal?, decimal?) Fourth(Registry registry, LocalDate day) => (Period(registry, day).Assessment.Total, Period(registry, day).Settlement.Total);

    private static PeriodResult Period(Registry registry, LocalDate day) =>
        ContractRunner.Run(registry.ContractNamed(Contract)!, Calendars.For(registry, "pds-bureau"), BeijingTime.EndOf(day)).Periods.Single(period => period.Period.Id == "P4");

    private static Registry Of(params (string Path, string Text)[] more) => Alone(Contract, more);

    /// <summary>One of the five contracts, with what all share and more files.</summary>
    private static Registry Alone(string contract, params (string Path, string Text)[] more) => InMemory.Load(Files.Value
        .Where(file => !file.Key.Contains("/contracts/", StringComparison.Ordinal) || file.Key.Contains($"/contracts/{contract}/", StringComparison.Ordinal))
        .Concat(more.Select(file => KeyValuePair.Create(file.Path, file.Text)))).Registry;

    private static (string, string) Determination(int number, string record, string field, string value, string on, string contract = Contract, string by = "pds-review-01") => (
        $"ops-registry/contracts/{contract}/determinations/determination-2026-{number:0000}.yaml",
        $"apiVersion: ops-registry/v1\nkind: Determination\nmetadata: {{name: determination-2026-{number:0000}, contract: {contract}, provenance: sample}}\nspec: {{record: {record}, field: {field}, value: {value}, reason: 核对记录, determinedBy: {by}, determinedOn: {on}}}\n");

    private static (string, string) Claim(string path, string kind, string spec) => (
        $"{Folder}{path}.yaml", $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata: {{name: {path.Split('/')[1]}, contract: {Contract}, provenance: sample}}\nspec:\n  {spec}\n");
}
