using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// One change brings records and the terms that judge them. Whoever may do both at once can bend a limit in the shadow of a long list of records.
/// </summary>
internal sealed class RecordsBesideGovernance() : PolicyRule("OPS601", new("一次变更同时动了记录和约定", "records and terms in one change"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var before = change.Before.Registry;
        var files = change.Files.Select(file => (File: file, Area: TouchedArea.Find(file.Path, before))).ToList();
        var submitted = files.Where(touched => touched.Area.IsSubmitted).Select(touched => touched.File).FirstOrDefault();
        return submitted is null
            ? []
            : from touched in files
              where touched.Area.Area is (Area.Governance or Area.Shared) && Kinds.AreaOf(touched.File.Path) is not null // a guide judges nothing
              select At(
                  touched.File,
                  new($"本次变更提交了{TouchedArea.Find(submitted.Path, before).Area.Title().Zh}，又改动了{touched.Area.Area.Title().Zh}", $"this change submits {TouchedArea.Find(submitted.Path, before).Area.Title().En} and changes {touched.Area.Area.Title().En}"),
                  new("把约定的改动移到另一个合并请求；审查仍按原有约定计算", "move the terms to a request of their own; figures are computed by the terms of the base"),
                  new RelatedPlace(Place.StartOf(submitted.Path), new("提交的内容", "submitted")));
    }
}
