namespace OpsRegistry.Rules.References;

/// <summary>
/// A record names a system that the contract does not list. Work on it is not service under this contract, or the name has a slip in it.
/// </summary>
public sealed class UnknownSystem() : UnknownReference("System")
{
    /// <inheritdoc/>
    public override string Id => "OPS213";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的系统", "unknown system");
}
