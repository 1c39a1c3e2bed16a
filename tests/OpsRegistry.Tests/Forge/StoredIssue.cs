using System.Text.Json.Nodes;

namespace OpsRegistry.Tests.Forge;

/// <summary>An issue.</summary>
internal sealed record StoredIssue(string Number, IReadOnlyList<string> Labels)
{
    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Its Markdown.</summary>
    public required string Body { get; set; }

    /// <summary>Not closed.</summary>
    public bool IsOpen { get; set; } = true;
}

/// <summary>A release.</summary>
internal sealed record StoredRelease(long Id, string Tag, string Commit)
{
    /// <summary>A draft, or whatever the forge has instead.</summary>
    public bool IsBegun { get; set; }

    /// <summary>Its files by name.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);
}

/// <summary>Small helps with JSON.</summary>
internal static class JsonObjects
{
    /// <summary>The object without a member.</summary>
    public static JsonObject Without(this JsonObject json, string member)
    {
        json.Remove(member);
        return json;
    }
}
