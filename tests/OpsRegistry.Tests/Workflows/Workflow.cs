using OpsRegistry.Loading;

namespace OpsRegistry.Tests.Workflows;

/// <summary>A workflow file as its rules look at it.</summary>
/// <param name="Root">The whole file.</param>
/// <param name="Lines">Its lines, for what stands in comments.</param>
internal sealed record Workflow(MappingNode Root, IReadOnlyList<string> Lines)
{
    /// <summary>The names of the events that start it.</summary>
    public IEnumerable<string> Triggers => Root["on"] switch
    {
        MappingNode events => events.Entries.Select(entry => entry.Key),
        SequenceNode events => events.Items.OfType<ScalarNode>().Select(item => item.Text),
        ScalarNode one => [one.Text],
        _ => [],
    };

    /// <summary>Its name.</summary>
    public string? Name => (Root["name"] as ScalarNode)?.Text;

    /// <summary>Its jobs by id.</summary>
    public IEnumerable<Job> Jobs => (Root["jobs"] as MappingNode)?.Entries.Select(entry => new Job(entry.Key, (MappingNode)entry.Value)) ?? [];

    /// <summary>Every step of every job.</summary>
    public IEnumerable<Step> Steps => Jobs.SelectMany(job => job.Steps);

    /// <summary>The settings of an event; null where it has none.</summary>
    public MappingNode? Trigger(string name) => (Root["on"] as MappingNode)?[name] as MappingNode;

    public static Workflow Read(string path)
    {
        var file = YamlReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        return file.Root is { } root ? new(root, file.Lines) : throw new InvalidDataException($"{path}: {file.Findings[0].Message.En}");
    }
}

/// <summary>A job of a workflow.</summary>
internal sealed record Job(string Id, MappingNode Node)
{
    public IEnumerable<Step> Steps => (Node["steps"] as SequenceNode)?.Items.Cast<MappingNode>().Select(node => new Step(this, node)) ?? [];

    /// <summary>What its token may do, by scope; null where nothing is said.</summary>
    public IReadOnlyDictionary<string, string>? Permissions => Node["permissions"] switch
    {
        MappingNode scopes => scopes.Entries.ToDictionary(entry => entry.Key, entry => ((ScalarNode)entry.Value).Text),
        ScalarNode all => new Dictionary<string, string> { ["all"] = all.Text },
        _ => null,
    };

    public bool MayWrite => Permissions?.Any(scope => scope.Value.Contains("write", StringComparison.Ordinal)) != false;

    public string? Text(string key) => (Node[key] as ScalarNode)?.Text;
}

/// <summary>A step of a job.</summary>
internal sealed record Step(Job Job, MappingNode Node)
{
    public string? Run => (Node["run"] as ScalarNode)?.Text;

    public string? Uses => (Node["uses"] as ScalarNode)?.Text;

    public bool Is(string action) => Uses?.StartsWith(action + "@", StringComparison.Ordinal) == true;

    public string? With(string key) => ((Node["with"] as MappingNode)?[key] as ScalarNode)?.Text;
}
