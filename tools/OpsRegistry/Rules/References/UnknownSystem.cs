namespace OpsRegistry.Rules.References;

/// <summary>
/// A record names a system that the contract does not list. Work on it is not service under this contract, or the name has a slip in it.
/// </summary>
internal sealed class UnknownSystem() : UnknownReference("OPS213", new("引用了不存在的系统", "unknown system"), "System");
