namespace OpsRegistry.Model;

/// <summary>Work in which parts can be replaced.</summary>
internal interface IReplacing
{
    /// <summary>What was taken out and put in.</summary>
    IReadOnlyList<ReplacedPart> Parts { get; }
}

/// <summary>Work on things of the inventory.</summary>
internal interface IOnAssets
{
    /// <summary>The names of the assets.</summary>
    IReadOnlyList<Located<string>> Assets { get; }
}

internal sealed partial record Incident : IReplacing, IOnAssets;

internal sealed partial record ServiceRequest : IReplacing, IOnAssets;

internal sealed partial record Change : IReplacing, IOnAssets;

internal sealed partial record Inspection : IOnAssets;
