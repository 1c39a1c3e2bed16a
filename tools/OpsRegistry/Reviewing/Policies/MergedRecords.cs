using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>What a change does to records that were merged before it.</summary>
internal static class MergedRecords
{
    /// <summary>The merged records that it edits.</summary>
    public static IEnumerable<ResourceChange> Edited(RegistryChange change) =>
        change.Resources.Where(resource => resource is { Before.Spec: RecordSpec, After: not null });

    /// <summary>The merged records and claims that are gone, each with the file that now holds what it said or bears its name; null for one that is simply gone.</summary>
    public static IEnumerable<(ResourceChange Gone, ResourceChange? Now)> Gone(RegistryChange change)
    {
        var added = change.Resources.Where(resource => resource is { Before: null, After: not null }).ToList();
        return
            from resource in change.Resources
            where resource is { Before.Spec: RecordSpec or ClaimSpec, File.IsRemoval: true }
            select (resource, added.FirstOrDefault(other => IsSame(resource.Before!, other.After!)));
    }

    /// <summary>The records that it brings.</summary>
    public static IEnumerable<(Resource Resource, RecordSpec Record)> Added(RegistryChange change) =>
        from resource in change.Resources
        where resource is { Before: null, File.IsAddition: true, After.Spec: RecordSpec }
        select (resource.After!, (RecordSpec)resource.After!.Spec);

    private static bool IsSame(Resource before, Resource after) =>
        before.Kind == after.Kind && (before.Name == after.Name || before.Blob == after.Blob || NodeComparison.Same(before.Spec.Node, after.Spec.Node));
}
