using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>What a change does to records that were merged before it.</summary>
internal static class MergedRecords
{
    /// <summary>The merged records and master data that it edits.</summary>
    public static IEnumerable<ResourceChange> Edited(RegistryChange change) =>
        change.Resources.Where(resource => resource is { Before: { } before, After: not null } && IsKept(before.Kind));

    /// <summary>The merged records, master data and claims that are gone, each with the file that now holds what it said or bears its name; null for one that is simply gone.</summary>
    public static IEnumerable<(ResourceChange Gone, ResourceChange? Now)> Gone(RegistryChange change)
    {
        var added = change.Resources.Where(resource => resource is { Before: null, After: not null }).ToList();
        return
            from resource in change.Resources
            where resource is { Before: { } before, File.IsRemoval: true } && (before.Spec is ClaimSpec || IsKept(before.Kind))
            select (resource, added.FirstOrDefault(other => IsSame(resource.Before!, other.After!)));
    }

    /// <summary>The records that it brings.</summary>
    public static IEnumerable<(Resource Resource, RecordSpec Record)> Added(RegistryChange change) =>
        from resource in change.Resources
        where resource is { Before: null, File.IsAddition: true, After.Spec: RecordSpec }
        select (resource.After!, (RecordSpec)resource.After!.Spec);

    /// <summary>True for records, and for master data of which the schema protects something: results rest on who held which post, for whom.</summary>
    private static bool IsKept(Kind kind) => kind.Area == Area.Records || (kind.Area == Area.MasterData && kind.Fields.Any(field => field.Protection != Protection.None));

    private static bool IsSame(Resource before, Resource after) =>
        before.Kind == after.Kind && (before.Name == after.Name || before.Blob == after.Blob || NodeComparison.Same(before.Spec.Node, after.Spec.Node));
}
