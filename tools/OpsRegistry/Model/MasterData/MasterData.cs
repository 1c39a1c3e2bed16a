using NodaTime;

namespace OpsRegistry.Model;

/// <summary>An information system that is served.</summary>
public sealed record InformationSystem : Spec
{
    /// <summary>The system's name.</summary>
    public required Text Title { get; init; }

    /// <summary>The group it is listed under, where the source groups systems.</summary>
    public string? Group { get; init; }

    /// <summary>等保 level 2 or 3, where the system is classified.</summary>
    public int? ProtectionLevel { get; init; }

    /// <summary>The person answerable for it, where one is named.</summary>
    public string? Owner { get; init; }

    /// <summary>Its modules.</summary>
    public IReadOnlyList<SystemModule> Modules { get; init; } = [];

    /// <summary>The clauses that list it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A module of a system.</summary>
public sealed record SystemModule : Bound
{
    /// <summary>The module's id.</summary>
    public required string Id { get; init; }

    /// <summary>The module's name.</summary>
    public required Text Title { get; init; }
}

/// <summary>A line of an inventory: as many things as the source counts on it.</summary>
public sealed record Asset : Spec
{
    /// <summary>What it is.</summary>
    public required Text Title { get; init; }

    /// <summary>The list it stands in.</summary>
    public required AssetCategory Category { get; init; }

    /// <summary>How many, in <see cref="Unit"/>.</summary>
    public required int Quantity { get; init; }

    /// <summary>The unit the source counts in: 台, 项, 套.</summary>
    public required string Unit { get; init; }

    /// <summary>The model, where printed.</summary>
    public string? Model { get; init; }

    /// <summary>Where it stands, where printed.</summary>
    public string? Location { get; init; }

    /// <summary>The clauses that list it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>The lists of an inventory.</summary>
public enum AssetCategory
{
    /// <summary>服务器.</summary>
    Server,

    /// <summary>存储设备.</summary>
    Storage,

    /// <summary>网络设备.</summary>
    Network,

    /// <summary>安全设备.</summary>
    Security,

    /// <summary>音视频系统.</summary>
    AudioVideo,

    /// <summary>基础软件: operating systems, databases, virtualisation.</summary>
    BaseSoftware,

    /// <summary>链路: leased lines, numbers, cards.</summary>
    Link,

    /// <summary>Anything else that is counted.</summary>
    Other,
}

/// <summary>A person as a role code: no name, no telephone number, ever.</summary>
public sealed record Person : Spec
{
    /// <summary>The organization that employs the person.</summary>
    public required string Employer { get; init; }

    /// <summary>Years of experience on the first day of the contract.</summary>
    public int ExperienceYears { get; init; }

    /// <summary>The highest education.</summary>
    public Education Education { get; init; }

    /// <summary>The day the confidentiality agreement was signed.</summary>
    public LocalDate? ConfidentialitySignedOn { get; init; }

    /// <summary>Certificates held.</summary>
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];
}

/// <summary>A certificate that a person holds.</summary>
public sealed record Certificate : Bound
{
    /// <summary>What it certifies.</summary>
    public required string Title { get; init; }

    /// <summary>First day it is valid, where known.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Last day it is valid, included; absent: without end.</summary>
    public LocalDate? ValidTo { get; init; }
}

/// <summary>A person in a post for a span of days.</summary>
public sealed record Assignment : Spec
{
    /// <summary>The person.</summary>
    public required string Person { get; init; }

    /// <summary>The post: the same word as in the staffing requirement.</summary>
    public required string Post { get; init; }

    /// <summary>First day, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last, not included; absent: to the term's end.</summary>
    public LocalDate? To { get; init; }

    /// <summary>True where stationed on site.</summary>
    public bool OnSite { get; init; }

    /// <summary>True on a day of the assignment.</summary>
    public bool Covers(LocalDate day) => From <= day && (To is not { } to || day < to);
}
