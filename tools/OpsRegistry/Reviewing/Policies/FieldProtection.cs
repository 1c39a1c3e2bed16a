using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>Which differences of a merged record need an amendment.</summary>
internal static class FieldProtection
{
    /// <summary>The protected fields that a change alters in merged records.</summary>
    public static IEnumerable<(ResourceChange Record, FieldChange Field)> Collect(RegistryChange change) =>
        from record in MergedRecords.Edited(change)
        from field in record.Fields
        where IsProtected(record.Before!.Kind, field)
        select (record, field);

    /// <summary>True where a field of a merged record may not change like this.</summary>
    public static bool IsProtected(Kind kind, FieldChange field)
    {
        if (!field.Field.StartsWith("spec.", StringComparison.Ordinal))
        {
            return field.Field != "metadata.note";
        }

        var key = field.Top["spec.".Length..];
        if (kind.Field(key) is not { Protection: not Protection.None } kept || field is { Before: SequenceNode, After: SequenceNode })
        {
            return false; // free, or the same items in another order
        }

        return !field.FillsIn || kept.Protection == Protection.EvenWhenAbsent || AddsItem(field, kept) || (field.Field == $"spec.{key}" && kept.SpeaksWhenAbsent);
    }

    /// <summary>True for another item of a list that was there already and does not grow.</summary>
    private static bool AddsItem(FieldChange field, SpecField kept) =>
        kept.Protection != Protection.Grows && field.Field.EndsWith(']');
}
