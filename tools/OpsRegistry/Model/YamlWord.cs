using System.Collections.Concurrent;

namespace OpsRegistry.Model;

/// <summary>The words that YAML uses for members of enumerations.</summary>
internal static class YamlWord
{
    private static readonly ConcurrentDictionary<object, string[]> Words = new();

    /// <summary>The word for a member.</summary>
    public static string Write(Enum member) => Alone(member)[0];

    /// <summary>A list of the word for a member and nothing else.</summary>
    public static IReadOnlyList<string> Alone(Enum member) => Words.GetOrAdd(member, static member => [Bound.KeyOf(member.ToString()!)]);
}
