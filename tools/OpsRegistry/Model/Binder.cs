using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>Reads a node tree into a record of the model, all of it or nothing.</summary>
internal static class Binder
{
    /// <summary>Reads a mapping into a type; null when any value could not be read, each of which is then a finding.</summary>
    public static T? Bind<T>(Reader<T> reader, MappingNode node, ICollection<Finding> findings)
        where T : Bound
    {
        var before = findings.Count;
        var bound = reader(node, findings);
        return findings.Count == before ? bound : null;
    }
}
