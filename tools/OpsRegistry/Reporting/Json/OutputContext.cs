using System.Text.Json.Serialization;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Reporting.Due;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Lists;
using OpsRegistry.Reporting.Ownership;
using OpsRegistry.Reporting.Reforms;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Scenarios;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reporting.Writing;

namespace OpsRegistry.Reporting.Json;

/// <summary>Every record that is written as JSON; the compiler makes the serializer, so that a start costs nothing.</summary>
[JsonSerializable(typeof(IReadOnlyList<AccountEntry>))]
[JsonSerializable(typeof(Forms.ImportDocument))]
[JsonSerializable(typeof(AssessmentEntry))]
[JsonSerializable(typeof(IReadOnlyList<AssessmentEntry>))]
[JsonSerializable(typeof(DeadlineEntry))]
[JsonSerializable(typeof(DueEntries))]
[JsonSerializable(typeof(ElapsedEntry))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(IReadOnlyList<CoverageDocument>))]
[JsonSerializable(typeof(NewFileEntry))]
[JsonSerializable(typeof(AddedEvidence))]
[JsonSerializable(typeof(MendedFindings))]
[JsonSerializable(typeof(IReadOnlyList<LevelEntry>))]
[JsonSerializable(typeof(IReadOnlyList<ListedResource>))]
[JsonSerializable(typeof(ReviewDocument))]
[JsonSerializable(typeof(Shards.ShardDocument))]
[JsonSerializable(typeof(Ruleset))]
[JsonSerializable(typeof(IReadOnlyList<ScenarioEntry>))]
[JsonSerializable(typeof(IReadOnlyList<ReformEntry>))]
[JsonSerializable(typeof(SarifLog))]
[JsonSerializable(typeof(WaitingEntries))]
[JsonSerializable(typeof(IReadOnlyList<ContractStaffing>))]
[JsonSerializable(typeof(IReadOnlyList<ProofEntry>))]
[JsonSerializable(typeof(IReadOnlyList<RecordProofEntry>))]
internal sealed partial class OutputContext : JsonSerializerContext;
