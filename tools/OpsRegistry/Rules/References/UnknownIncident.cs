namespace OpsRegistry.Rules.References;

/// <summary>
/// A fault report names an incident that is not there. The incident it was written for would count as one without a report,
/// and cost points for each day.
/// </summary>
internal sealed class UnknownIncident() : UnknownReference("OPS214", new("引用了不存在的事件", "report on an unknown incident"), "Incident");
