using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Verifying;

/// <summary>Whether amendments explain what became of a record.</summary>
/// <param name="Amended">True where they do.</param>
/// <param name="Fault">What they do not explain; null where they explain all.</param>
internal sealed record Explanation(bool Amended, Message? Fault)
{
    /// <summary>The explanation of a difference; null where the two say the same in other words.</summary>
    /// <param name="before">The record as it was; null where there was none.</param>
    /// <param name="after">The record as it is; null where it is gone or cannot be read.</param>
    public static Explanation? Explain(Resource? before, Resource? after, ContractFolder folder)
    {
        if (before is null || after is null)
        {
            var name = (before ?? after)!.Name;
            return after is not null && Agreed(folder, name).Count > 0
                ? new(true, null)
                : new(false, after is null ? new($"“{name}”不见了或不能读取", $"'{name}' is gone or cannot be read") : new($"新增了“{name}”", $"'{name}' was added"));
        }

        var changes = NodeComparison.Compare(before.Root, after.Root);
        var unexplained = changes.FirstOrDefault(change => !Explains(Agreed(folder, before.Name), change));
        return changes.Count == 0 ? null
            : unexplained is null ? new(true, null)
            : new(false, new($"“{before.Name}”的 {unexplained.Field} 变了，没有双方同意的更正与之相符", $"'{unexplained.Field}' of '{before.Name}' changed, and no amendment with both consents says so"));
    }

    private static List<AmendedField> Agreed(ContractFolder folder, string record) => (
        from amendment in folder.Of<Amendment>().OrderBy(amendment => amendment.Name, StringComparer.Ordinal)
        where amendment.Spec.Record == record && amendment.Spec.IsAgreed
        from change in amendment.Spec.Changes
        select change).ToList();

    /// <summary>Amendments of one field follow on one another: each begins with the value that the one before it ends with.</summary>
    private static bool Explains(List<AmendedField> amendments, FieldChange change)
    {
        var value = change.Before;
        foreach (var step in amendments.Where(step => step.Field == change.Field && NodeComparison.Same(step.Before, value)))
        {
            value = step.After;
            if (NodeComparison.Same(value, change.After))
            {
                return true;
            }
        }

        return false;
    }
}
