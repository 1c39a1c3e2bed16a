using OpsRegistry.Loading;

namespace OpsRegistry.Loading;

/// <summary>Values of a record as findings quote them: a scalar as it stands, anything else in one short line.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    /// <summary>The words for a value; for none, that there is none.</summary>
    public static Text Of(Node? node) => node is null ? new("（无）", "nothing") : Short(Flow(node)) is var text ? new($"“{text}”", $"'{text}'") : default;

    /// <summary>The words for a value without quotes; a dash for none.</summary>
    public static Text Plain(Node? node) => Text.Same(node is null or ScalarNode { Kind: ScalarKind.Null } ? "—" : Short(Flow(node)));

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    private static string Flow(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
