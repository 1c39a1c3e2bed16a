using System.Globalization;
using NodaTime.Text;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Lists;

/// <summary>Services for the terminal: a table with the name last, because names are long.</summary>
public static class ServiceTable
{
    /// <summary>Writes the services in the order given.</summary>
    public static void Write(TextWriter output, IEnumerable<Resource> resources, Language language)
    {
        var table = new TextTable(Heads.Select(_ => ColumnAlignment.Left).ToArray());
        table.Head(Heads.Select(head => head.In(language)).ToArray());
        foreach (var resource in resources.Where(resource => resource.Spec is Service))
        {
            table.Add(Cells(resource, (Service)resource.Spec, language));
        }

        table.Write(output);
    }

    private static IReadOnlyList<Text> Heads { get; } =
    [
        new("合同", "contract"),
        new("编号", "id"),
        new("运维期限", "term"),
        new("服务时间", "window"),
        new("时限", "targets"),
        new("义务", "obligations"),
        new("名称", "name"),
    ];

    private static string[] Cells(Resource resource, Service service, Language language) =>
    [
        resource.Metadata.Contract ?? "-",
        resource.Name,
        Days(service, language),
        service.Window ?? "-",
        service.Targets.Count.ToString(CultureInfo.InvariantCulture),
        service.Obligations.Count.ToString(CultureInfo.InvariantCulture),
        service.Title,
    ];

    private static string Days(Service service, Language language) => service.Term is { } term
        ? $"{LocalDatePattern.Iso.Format(term.Start)}…{LocalDatePattern.Iso.Format(term.End)}"
        : new Text("未印", "not printed").In(language);
}
