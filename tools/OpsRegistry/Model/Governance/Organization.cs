namespace OpsRegistry.Model;

/// <summary>A party: a purchaser, a vendor, or an authority.</summary>
public sealed record Organization : Spec
{
    /// <summary>The organization's name.</summary>
    public required Text Title { get; init; }

    /// <summary>What part it plays.</summary>
    public required OrganizationRole Role { get; init; }

    /// <summary>True where the source does not name the organization.</summary>
    public bool Assumed { get; init; }

    /// <summary>Why it was assumed; required where <see cref="Assumed"/> is true.</summary>
    public Text? Reason { get; init; }
}

/// <summary>The parts that an organization can play.</summary>
public enum OrganizationRole
{
    /// <summary>采购人: buys the service and assesses it.</summary>
    Purchaser,

    /// <summary>供应商: provides the service and submits records.</summary>
    Vendor,

    /// <summary>上级单位 or security authority: orders special periods, issues notices.</summary>
    Authority,
}
