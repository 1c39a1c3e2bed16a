namespace OpsRegistry.Rules.References;

/// <summary>
/// A ruling names a dispute that is not there. It decides nothing, and the dispute that it means stays open.
/// </summary>
internal sealed class UnknownDispute() : UnknownReference("OPS229", new("裁定所指的异议不存在", "ruling on an unknown dispute"), "Dispute");
