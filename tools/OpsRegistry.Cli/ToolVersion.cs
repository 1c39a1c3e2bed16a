using System.Reflection;

namespace OpsRegistry.Cli;

/// <summary>What this program says of itself and of the terminal it writes to.</summary>
public static class ToolVersion
{
    /// <summary>The version, e.g. <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>True where the writer is the terminal itself and nobody asked for no colour.</summary>
    public static bool UsesColour(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
