using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>A file of the registry as it was loaded: its envelope, its spec and its bytes' identity.</summary>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Blob">The git blob id of the bytes, 40 hexadecimal digits.</param>
/// <param name="Kind">The kind that the file declares.</param>
/// <param name="Metadata">What stands under <c>metadata:</c>.</param>
/// <param name="Root">The file's whole tree.</param>
/// <param name="Spec">What stands under <c>spec:</c>, of the type that the kind names.</param>
internal sealed record Resource(string Path, string Blob, Kind Kind, Metadata Metadata, MappingNode Root, Spec Spec)
{
    /// <summary>For a record, the fields in which a determination stands in place of what it claims.</summary>
    public IReadOnlyList<DeterminedField> Determined { get; init; } = [];

    private NodesOfRoot? nodes;
    private PartsOfPath? parts;

    /// <summary>The resource's name.</summary>
    public string Name => Metadata.Name;

    /// <summary>Every value of the file, each before what stands in it; many rules go through them, so they are listed once.</summary>
    public IReadOnlyList<Node> Nodes => (nodes is { } known && ReferenceEquals(known.Root, Root) ? known : nodes = new(Root, NodeWalk.All(Root))).All;

    /// <summary>The parts of its path as its kind has them; null where it stands elsewhere. Several rules look at them.</summary>
    public PathParts? PathParts => (parts is { } known && known.Path == Path ? known : parts = new(Path, Kind.MatchPath(Path))).Parts;

    /// <summary>Every clause that it cites, wherever it stands in the file.</summary>
    public IEnumerable<ScalarNode> Cited => NodeWalk.ItemsUnder(Nodes, "clauses").Concat(Nodes.OfType<MappingNode>().Select(mapping => mapping["clause"]).OfType<ScalarNode>());

    /// <summary>Where the resource's name stands: the place to point at for the resource as a whole.</summary>
    public Place Place => Metadata.PlaceOf(nameof(Metadata.Name));

    // A rewritten file is a copy with another root.
    private sealed record NodesOfRoot(MappingNode Root, IReadOnlyList<Node> All);

    private sealed record PartsOfPath(string Path, PathParts? Parts);
}

/// <summary>A resource whose spec is known to be of one type.</summary>
internal readonly record struct Resource<TSpec>(Resource Untyped, TSpec Spec)
    where TSpec : Spec
{
    /// <summary>The resource's name.</summary>
    public string Name => Untyped.Name;

    /// <summary>Path from the repository's root.</summary>
    public string Path => Untyped.Path;

    /// <summary>Where the resource's name stands.</summary>
    public Place Place => Untyped.Place;
}

/// <summary>What stands under <c>metadata:</c> in every file.</summary>
internal sealed record Metadata : Bound
{
    /// <summary>Unique within its kind and contract; equals the file's name without <c>.yaml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The contract whose folder holds the file; absent for files outside <c>contracts/</c>.</summary>
    public string? Contract { get; init; }

    /// <summary>Where the content comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Anything a reader should know.</summary>
    public string? Note { get; init; }

    internal static Metadata Read(Node node, ICollection<Finding> findings) => Fields.Of(node, findings) is not { } given ? null! : new()
    {
        Node = given.Node,
        Name = given.Required("name", Values.String),
        Contract = given.Or<string?>("contract", Values.String, null),
        Provenance = given.Required("provenance", ProvenanceWords.Reader),
        Note = given.Or<string?>("note", Values.String, null),
    };
}
