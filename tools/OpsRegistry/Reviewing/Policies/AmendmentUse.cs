using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>What the amendments of a registry say to a change of a protected field.</summary>
/// <param name="Verdict">Whether they allow it.</param>
/// <param name="Amendment">The amendment that decides; null where there is none.</param>
/// <param name="Field">The line of that amendment.</param>
internal sealed record AmendmentUse(AmendmentVerdict Verdict, Resource<Amendment>? Amendment, AmendedField? Field)
{
    /// <summary>Every change of a protected field, with what the amendments say to it.</summary>
    public static IEnumerable<(ResourceChange Record, FieldChange Field, AmendmentUse Use)> Collect(RegistryChange change) =>
        from pair in FieldProtection.Collect(change)
        select (pair.Record, pair.Field, Judge(change, pair.Record, pair.Field));

    /// <summary>What the amendments say to one change.</summary>
    public static AmendmentUse Judge(RegistryChange change, ResourceChange record, FieldChange field)
    {
        var lines = LinesOn(change.After.Registry, record.Before!, field.Field);
        var used = lines.FindLastIndex(line => line.Amendment.Spec.IsAgreed && NodeComparison.Same(line.Field.After, field.Before));
        var matching = lines.FindIndex(used + 1, line => Matches(line.Field, field));
        if (matching >= 0)
        {
            return new(lines[matching].Amendment.Spec.IsAgreed ? AmendmentVerdict.Allowed : AmendmentVerdict.NotAgreed, lines[matching].Amendment, lines[matching].Field);
        }

        var again = lines.FindLastIndex(line => Matches(line.Field, field));
        return again >= 0 ? new(AmendmentVerdict.UsedBefore, lines[again].Amendment, lines[again].Field)
            : used + 1 < lines.Count ? new(AmendmentVerdict.Disagrees, lines[^1].Amendment, lines[^1].Field)
            : new(AmendmentVerdict.None, null, null);
    }

    /// <summary>The amendments of a record's field in the order in which they apply: that of their numbers.</summary>
    private static List<(Resource<Amendment> Amendment, AmendedField Field)> LinesOn(Registry registry, Resource record, string field) =>
        (from folder in registry.Contracts
         where folder.Name == record.Metadata.Contract
         from amendment in folder.Of<Amendment>().OrderBy(amendment => amendment.Name, StringComparer.Ordinal)
         where amendment.Spec.Record == record.Name
         from line in amendment.Spec.Changes
         where line.Field == field
         select (amendment, line)).ToList();

    private static bool Matches(AmendedField line, FieldChange field) =>
        NodeComparison.Same(line.Before, field.Before) && NodeComparison.Same(line.After, field.After);
}

/// <summary>Whether amendments allow a change.</summary>
internal enum AmendmentVerdict
{
    /// <summary>No amendment speaks of the field.</summary>
    None,

    /// <summary>One that both parties consent to, and that is not used yet, says exactly this.</summary>
    Allowed,

    /// <summary>One says this and lacks a consent.</summary>
    NotAgreed,

    /// <summary>One says this and was used before.</summary>
    UsedBefore,

    /// <summary>One speaks of the field and names other values.</summary>
    Disagrees,
}
