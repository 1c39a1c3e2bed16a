namespace OpsRegistry.Rules.References;

/// <summary>
/// A record, an assignment, a claim or a decision names a person that no file of the contract describes. A role code with a slip in it
/// makes work look undone, or done by nobody.
/// </summary>
internal sealed class UnknownPerson() : UnknownReference("OPS212", new("引用了不存在的人员", "unknown person"), "Person");
