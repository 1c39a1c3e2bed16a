using OpsRegistry.Model;
using FileColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Resource>;
using ServiceColumn = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Model.Resource Resource, OpsRegistry.Model.Service Service)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The files of a kind.</summary>
internal static class ResourceTable
{
    public const string Id = "resources";

    private static readonly Text Title = new("文件", "Files");

    /// <summary>The table of a kind's files; services have one of their own.</summary>
    public static Table For(Kind kind, IReadOnlyList<Resource> resources) => kind.SpecType == typeof(Service)
        ? new Table<(Resource Resource, Service Service)>(Id, Title, ServiceColumns, resources.Select(resource => (resource, (Service)resource.Spec)).ToList())
        : new Table<Resource>(Id, Title, FileColumns, resources);

    private static IReadOnlyList<FileColumn> FileColumns { get; } =
    [
        FileColumn.Code("contract", new("合同", "contract"), resource => resource.Metadata.Contract),
        FileColumn.Code("name", new("名称", "name"), resource => resource.Name),
        FileColumn.Code("path", new("文件", "file"), resource => resource.Path),
        FileColumn.Code("blob", new("内容编号", "blob"), resource => resource.Blob) with { IsEssential = false },
    ];

    private static IReadOnlyList<ServiceColumn> ServiceColumns { get; } =
    [
        ServiceColumn.Code("contract", new("合同", "contract"), row => row.Resource.Metadata.Contract),
        ServiceColumn.Code("id", new("编号", "id"), row => row.Resource.Name),
        new("term", new("运维期限", "term"), ValueKind.Day, row => row.Service.Term is { } term ? new Value.Days(Time.DateSpan.Inclusive(term.Start, term.End)) : new Value.Words(new("未印", "not printed"))),
        ServiceColumn.Code("window", new("服务时间", "window"), row => row.Service.Window),
        ServiceColumn.Count("targets", new("时限", "targets"), row => row.Service.Targets.Count),
        ServiceColumn.Count("obligations", new("义务", "obligations"), row => row.Service.Obligations.Count),
        ServiceColumn.Words("name", new("名称", "name"), row => Text.Same(row.Service.Title)),
        ServiceColumn.Code("path", new("文件", "file"), row => row.Resource.Path) with { IsEssential = false },
        ServiceColumn.Code("blob", new("内容编号", "blob"), row => row.Resource.Blob) with { IsEssential = false },
    ];
}
