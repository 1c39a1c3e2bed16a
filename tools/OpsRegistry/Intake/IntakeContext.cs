using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Intake;

/// <summary>The registry that forms are received into.</summary>
internal sealed class IntakeContext
{
    private readonly Lazy<Registry> registry;
    private readonly Lazy<IReadOnlyList<IntakeForm>> forms;

    /// <summary>Opens the counter.</summary>
    /// <param name="pending">Paths of records that were sent in before and are not merged yet: their numbers are taken.</param>
    public IntakeContext(IRegistrySource source, SchemaSet schemas, IReadOnlyCollection<string> pending)
    {
        Source = source;
        Schemas = schemas;
        Pending = pending;
        registry = new(() => RegistryLoader.Load(source, schemas, Cache is null ? null : new TreeCache(Cache)).Registry);
        forms = new(() => IntakeForm.All(registry.Value, schemas, Proofs));
    }

    /// <summary>The registry's files.</summary>
    public IRegistrySource Source { get; }

    /// <summary>The schemas that judge.</summary>
    public SchemaSet Schemas { get; }

    /// <summary>Paths of records that were sent in before and are not merged yet.</summary>
    public IReadOnlyCollection<string> Pending { get; }

    /// <summary>The registry as it stands.</summary>
    public Registry Registry => registry.Value;

    /// <summary>True for a path that the parties' branch has: what stands in such a file changes by an amendment only. Everything is merged unless somebody says otherwise.</summary>
    public Func<string, bool> IsMerged { get; init; } = _ => true;

    /// <summary>The year in which an amendment is drafted; null for that of the record.</summary>
    public int? Year { get; init; }

    /// <summary>The files that were handed in beside the form; null for none.</summary>
    public HandedProofs? Proofs { get; init; }

    /// <summary>Results of earlier runs, so that what was there is not judged again for each form; null for none. The answers are the same.</summary>
    public ResultCache? Cache { get; init; }

    /// <summary>The forms that people may have filled in.</summary>
    public IReadOnlyList<IntakeForm> Forms => forms.Value;

    /// <summary>True where an account may file records of a contract.</summary>
    public bool MayFile(string account, string contract) =>
        registry.Value.Of<Rights>().SelectMany(rights => rights.Spec.Grants).Any(grant => grant.Holds(account) && grant.MayChange(contract, Area.Records));
}
