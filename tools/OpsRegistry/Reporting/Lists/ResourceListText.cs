using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Lists;

/// <summary>The resources of a kind for the terminal: one line each.</summary>
public static class ResourceListText
{
    /// <summary>Writes the resources in the order given.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Resource> resources, Language language)
    {
        if (resources.Any(resource => resource.Spec is Service))
        {
            ServiceTable.Write(output, resources, language);
            return;
        }

        foreach (var resource in resources)
        {
            output.WriteLine($"{resource.Metadata.Contract ?? "-",-20} {resource.Name,-32} {resource.Path}");
        }
    }
}
