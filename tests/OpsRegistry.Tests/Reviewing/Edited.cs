using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Tests.StraightLine;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>The five contracts, frozen, in memory, with edits whose review is asked for.</summary>
internal sealed class Edited
{
    private static readonly Lazy<SortedDictionary<string, string>> Committed = new(() => InMemory.Files("tests/golden/contracts"));

    // What all tests review is read once.
    private static readonly TreeCache Trees = new(null);

    private readonly SortedDictionary<string, string> basis;
    private readonly SortedDictionary<string, string> files;

    /// <summary>Begins with the five contracts, frozen.</summary>
    public Edited()
        : this(Committed.Value)
    {
    }

    private Edited(SortedDictionary<string, string> basis)
    {
        this.basis = basis;
        files = new(basis, StringComparer.Ordinal);
    }

    /// <summary>Takes the edits made so far as the base of further ones.</summary>
    public Edited AsBase() => new(files);

    /// <summary>The folder of contract 003.</summary>
    public const string Folder = "ops-registry/contracts/pingdingshan-2025/";

    /// <summary>Replaces the one place of a file where a text stands.</summary>
    public Edited Replace(string path, string old, string replacement)
    {
        if (files[path].Split(old).Length != 2)
        {
            throw new InvalidOperationException($"'{old}' does not stand exactly once in {path}");
        }

        return Write(path, files[path].Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Writes a file.</summary>
    public Edited Write(string path, string text)
    {
        files[path] = text;
        return this;
    }

    /// <summary>Takes a file away.</summary>
    public Edited Remove(string path)
    {
        if (!files.Remove(path))
        {
            throw new InvalidOperationException($"there is no {path}");
        }

        return this;
    }

    /// <summary>The text of a file as it stands.</summary>
    public string this[string path] => files[path];

    /// <summary>Reviews the edits.</summary>
    public Review Review() => Reviewer.Review(Request());

    /// <summary>The request to review them.</summary>
    public ReviewRequest Request() => new()
    {
        Base = InMemory.SourceOf(basis),
        Head = InMemory.SourceOf(files),
        Files = basis.Keys.Union(files.Keys, StringComparer.Ordinal)
            .Where(path => basis.GetValueOrDefault(path) != files.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new FileChange(path, StateOf(basis, path), StateOf(files, path)))
            .ToList(),
        Schemas = InMemory.Schemas,
        Trees = Trees,
        MergedAt = Instant.FromUtc(2026, 11, 20, 4, 0),
    };

    private static FileState? StateOf(SortedDictionary<string, string> side, string path) =>
        side.TryGetValue(path, out var text) ? new(BlobId.Compute(System.Text.Encoding.UTF8.GetBytes(text)), OpsRegistry.Sources.FileMode.Plain) : null;
}
