using System.Reflection;

namespace OpsRegistry.Cli;

/// <summary>What this program says of itself and of the terminal it writes to.</summary>
internal static class ToolVersion
{
    /// <summary>The version and, behind a <c>+</c>, the last commit that changed the tool, e.g. <c>0.1.0+3cc6a64d1f2e</c>: what seals cite.</summary>
    public static string Exact { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>The version alone, e.g. <c>0.1.0</c>.</summary>
    public static string Current { get; } = Exact.Split('+')[0];

    /// <summary>True where the writer is a terminal and nobody asked for no colour.</summary>
    public static bool UsesColour(TextWriter output) => output is TerminalOutput { UsesColour: true };
}
