using System.Reflection;

namespace OpsRegistry.Cli;

/// <summary>What this program says of itself and of the terminal it writes to.</summary>
public static class ToolVersion
{
    /// <summary>The version, e.g. <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>True where the writer is a terminal and nobody asked for no colour.</summary>
    public static bool UsesColour(TextWriter output) => output is TerminalOutput { UsesColour: true };
}
