using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules.Coverage;
using OpsRegistry.Rules.Documents;
using OpsRegistry.Rules.Duties;
using OpsRegistry.Rules.Hygiene;
using OpsRegistry.Rules.Proofs;
using OpsRegistry.Rules.Records;
using OpsRegistry.Rules.References;
using OpsRegistry.Rules.Scoring;

namespace OpsRegistry.Rules;

/// <summary>Every rule over a whole registry, by id. A test holds the list, the files and the cases together.</summary>
public static class RuleCatalog
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new KindOutOfPlace(),
        new NameDiffersFromFile(),
        new ContractDiffersFromFolder(),
        new WrongMonthFolder(),
        new DuplicateName(),
        new WrongYearInName(),
        new UnknownOrganization(),
        new WrongParty(),
        new UnknownPerson(),
        new UnknownSystem(),
        new UnknownIncident(),
        new UnknownSpecialPeriod(),
        new UnknownCommitment(),
        new UnknownTranche(),
        new UnknownInterpretation(),
        new UnknownOption(),
        new UnknownJudgedTerm(),
        new UnknownAssessmentPeriod(),
        new UnknownPost(),
        new UnawaitedReport(),
        new UnknownService(),
        new UnknownContract(),
        new ForeignParty(),
        new MissingContract(),
        new MissingGovernanceFile(),
        new MissingSettings(),
        new CalendarGap(),
        new VersionDiffersFromFile(),
        new VersionNeverInForce(),
        new OutsideTerm(),
        new AfterCutOff(),
        new NotBeijingTime(),
        new UnknownSeverity(),
        new SeverityDisagrees(),
        new UngradedSeverity(),
        new UndecidedSeriousness(),
        new EmptyStretch(),
        new OverlappingStretches(),
        new IncidentTimesOutOfOrder(),
        new StretchAfterRestoration(),
        new EndlessStretch(),
        new UnlikelyOrder(),
        new StepsOutOfOrder(),
        new ChangeBeforeConsent(),
        new IncompleteMajorChange(),
        new PersonNotAssigned(),
        new InspectionOutsideOrder(),
        new ReportBeforeRestoration(),
        new AbnormalWithoutAdvice(),
        new PutRightBeforeInspection(),
        new DaysOutOfOrder(),
        new MoreSatisfiedThanAnswers(),
        new ShortNotice(),
        new ChangeWithoutConsent(),
        new NoConfidentialityAgreement(),
        new TooLittleExperience(),
        new StaffingShortfall(),
        new AssignmentOutsideTerm(),
        new OverlappingAssignments(),
        new ChangeNotCarriedOut(),
        new IncompleteRecurrence(),
        new UnknownReferringField(),
        new LateReport(),
        new MissingReport(),
        new TooLittleEducation(),
        new CertificateNotValid(),
        new UnfulfillableObligation(),
        new AssignmentOffSite(),
        new GroupMarksDoNotAddUp(),
        new IndicatorMarksDoNotAddUp(),
        new FloorAboveMarks(),
        new BandGap(),
        new OverlappingBands(),
        new UncoveredTotals(),
        new EmptyBand(),
        new BandsOutOfOrder(),
        new NotOneShape(),
        new NotOnePrice(),
        new UnknownObligation(),
        new UnknownTarget(),
        new UnknownVetoBand(),
        new UnknownRecordField(),
        new ImpossibleValue(),
        new UnpricedValue(),
        new SpanNotWider(),
        new DuplicateId(),
        new LevelsOutOfOrder(),
        new DurationBandsOutOfOrder(),
        new UnknownWindow(),
        new MeaninglessWindow(),
        new LimitWithoutWindow(),
        new MeaninglessLimit(),
        new UnmeasurableMetric(),
        new ReportWithoutType(),
        new UnknownReplacedTarget(),
        new TrancheSharesDoNotAddUp(),
        new NoTrancheTakesDeductions(),
        new TrancheOverdrawn(),
        new EmptyTerm(),
        new SeveralTranchesTakeDeductions(),
        new UnknownDefault(),
        new OverrideLeadsNowhere(),
        new OptionWithoutEffect(),
        new DefaultThatSets(),
        new AffectsNothing(),
        new JudgementOutOfRange(),
        new JudgedTwice(),
        new UndecidedReading(),
        new UncoveredLines(),
        new OverlappingCoverage(),
        new CoverageLeadsNowhere(),
        new UnexplainedClause(),
        new MissingEvidence(),
        new ChangedEvidence(),
        new MissingEvidenceRole(),
        new EvidenceUsedTwice(),
        new UnusedEvidence(),
        new UnknownDocumentKind(),
        new UnknownPlaceholder(),
        new BrokenTemplate(),
        new ForeignContent(),
        new TelephoneNumber(),
        new IdentityNumber(),
        new MailAddress(),
        new UnknownSource(),
        new AssumedWithoutReason(),
    ];

    /// <summary>What is known of every rule, those of reading, form and model included, in the order of their ids.</summary>
    public static IReadOnlyList<RuleInfo> Infos { get; } =
    [
        .. ReadingRules.All
            .Concat(SchemaRules.All)
            .Concat(ModelRules.All)
            .Concat(All.Select(rule => rule.Info))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
