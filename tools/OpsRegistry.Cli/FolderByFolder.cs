using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli;

/// <summary>
/// A registry read contract by contract, as many at once as there are processors and in their order: of a million records those of a few contracts are in memory
/// beside what was made of them.
/// </summary>
internal static class FolderByFolder
{
    /// <summary>Makes something of the files that all contracts share, and then of each contract's folder.</summary>
    /// <param name="shared">The registry, of which the files that all share are read.</param>
    /// <param name="make">Makes it; of a session that holds the folder and the shared files, and the folder's name: null for the shared files themselves.</param>
    /// <param name="take">Takes what was made, one after another.</param>
    /// <returns>How many errors kept files out.</returns>
    public static int Over<T>(Session shared, Func<Session, string?, T> make, Action<T> take)
    {
        var (contracts, schemas) = (shared.Workspace.SourceOf(shared.At).Contracts, shared.Workspace.SchemasOf(shared.At));
        using var line = Progress.Begin(shared.Parse, shared.Language, contracts.Count);
        var errors = new HashSet<(FindingIdentity, Place)>(ErrorsOf(shared));
        take(make(shared, null));
        foreach (var some in contracts.Chunk(Processors.All.MaxDegreeOfParallelism))
        {
            foreach (var (folder, made, wrong) in AtOnce.Over(some, folder =>
            {
                var session = Session.OpenSome(shared.Parse, [folder], schemas);
                return (folder, make(session, folder), ErrorsOf(session));
            }))
            {
                errors.UnionWith(wrong);
                take(made);
                line.Advance(folder);
            }
        }

        return errors.Count;
    }

    private static List<(FindingIdentity, Place)> ErrorsOf(Session session) =>
        session.Errors.Select(finding => (finding.Identity, finding.Place)).ToList();
}
