using NodaTime;

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

    /// <summary>The keys with which its people sign seals.</summary>
    public IReadOnlyList<SigningKey> SigningKeys { get; init; } = [];
}

/// <summary>A public key that a person signs seals with.</summary>
public sealed record SigningKey : Bound
{
    /// <summary>The person's role code.</summary>
    public required string Signer { get; init; }

    /// <summary>The OpenSSH public key: its type and its base64, without comment.</summary>
    public required string Key { get; init; }

    /// <summary>The first cut-off day that it may sign for, included; absent: any.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day from which it signs no more, not included; absent: without end.</summary>
    public LocalDate? To { get; init; }

    /// <summary>True where the key may sign a seal whose cut-off is on a day.</summary>
    public bool MaySignOn(LocalDate day) => (From is not { } from || from <= day) && (To is not { } to || day < to);
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
