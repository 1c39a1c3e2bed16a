using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// One change brings records and touches the tool, a schema, a workflow, a document or a published report. Among many records a reviewer overlooks
/// the line that changes what counts.
/// </summary>
internal sealed class RecordsBesideCode() : PolicyRule(
    "OPS602",
    new("一次变更同时动了记录和登记库以外的文件", "records and files outside the registry in one change"),
    holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var before = change.Before.Registry;
        var files = change.Files.Select(file => (File: file, Area: TouchedArea.Find(file.Path, before))).ToList();
        var outside = files.Where(touched => touched.Area.Area == Area.Code).Select(touched => touched.File).ToList();
        var submitted = files.Where(touched => touched.Area.IsSubmitted).Select(touched => touched.File).FirstOrDefault();
        if (submitted is null || outside.Count == 0)
        {
            yield break;
        }

        yield return At(
            outside[0],
            new($"本次变更提交了记录，又改动了登记库以外的 {outside.Count} 个文件", $"this change submits records and touches {English.Count(outside.Count, "file")} outside the registry"),
            new("把这些文件移到另一个合并请求", "move these files to a request of their own"),
            new RelatedPlace(Place.StartOf(submitted.Path), new("提交的内容", "submitted")));
    }
}
