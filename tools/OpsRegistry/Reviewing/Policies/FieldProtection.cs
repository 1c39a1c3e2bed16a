using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>Which differences of a merged record need an amendment.</summary>
internal static class FieldProtection
{
    /// <summary>The protected fields that a change alters in merged records.</summary>
    public static IEnumerable<(ResourceChange Record, FieldChange Field)> Of(RegistryChange change) =>
        from record in MergedRecords.Edited(change)
        from field in record.Fields
        where IsProtected(record.Before!.Spec.GetType(), field)
        select (record, field);

    /// <summary>True where a field of a merged record may not change like this.</summary>
    public static bool IsProtected(Type spec, FieldChange field)
    {
        if (!field.Field.StartsWith("spec.", StringComparison.Ordinal))
        {
            return field.Field != "metadata.note";
        }

        var key = field.Top["spec.".Length..];
        if (ProtectedFields.Of(spec, key) is not { } protection || field is { Before: SequenceNode, After: SequenceNode })
        {
            return false; // free, or the same items in another order
        }

        return !field.FillsIn || protection.EvenWhenAbsent || AddsItem(field, protection) || (field.Field == $"spec.{key}" && ProtectedFields.SpeaksWhenAbsent(spec, key));
    }

    /// <summary>True for another item of a list that was there already and does not grow.</summary>
    private static bool AddsItem(FieldChange field, ProtectedAttribute protection) =>
        !protection.Grows && field.Field.EndsWith(']');
}
