namespace OpsRegistry.Sources.Git;

/// <summary>The repository does not hold something that its history names: it is damaged, or a clone that left objects behind. Nothing can be proved then.</summary>
internal sealed class MissingObjectException(string id) : Exception($"object {id} is missing")
{
    /// <summary>The id of what is missing.</summary>
    public string Id { get; } = id;
}
