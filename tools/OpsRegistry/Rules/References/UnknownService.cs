namespace OpsRegistry.Rules.References;

/// <summary>
/// A record names a service that the contract does not list. No limit and no duty of any service would see the record, and the duty
/// that it was meant to fulfil would count as missing.
/// </summary>
internal sealed class UnknownService() : UnknownReference("OPS224", new("引用了不存在的服务项", "unknown service"), "Service");
