using NodaTime;
using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>A correction of a merged record that both parties consent to. It allows exactly the change that it spells out, once.</summary>
public sealed record Amendment : ClaimSpec
{
    /// <summary>The record's name.</summary>
    public required string Record { get; init; }

    /// <summary>What is corrected.</summary>
    public required IReadOnlyList<AmendedField> Changes { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The vendor's consent; absent until given.</summary>
    public Consent? VendorConsent { get; init; }

    /// <summary>The purchaser's consent; absent until given.</summary>
    public Consent? PurchaserConsent { get; init; }

    /// <summary>True where both parties consent.</summary>
    public bool IsAgreed => VendorConsent is not null && PurchaserConsent is not null;
}

/// <summary>A field of a record as it was and as it should be.</summary>
public sealed record AmendedField : Bound
{
    /// <summary>The field's path in the record as <c>review</c> writes it: <c>spec.resolvedAt</c>, <c>spec.interruptions[from=…].to</c>, <c>spec.responders[]</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value that stands there; absent where none does.</summary>
    public Node? Before { get; init; }

    /// <summary>The value that should; absent where none should.</summary>
    public Node? After { get; init; }
}

/// <summary>A party's consent, given by a person.</summary>
public sealed record Consent : Bound
{
    /// <summary>Who consents, as a role code.</summary>
    public required Located<string> By { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }
}
