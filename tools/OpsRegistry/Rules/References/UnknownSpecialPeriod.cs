namespace OpsRegistry.Rules.References;

/// <summary>
/// A special inspection names an order that is not there, so the order that it answers counts as unanswered.
/// </summary>
internal sealed class UnknownSpecialPeriod() : UnknownReference("OPS215", new("引用了不存在的保障通知", "inspection on an unknown order"), "SpecialPeriod");
