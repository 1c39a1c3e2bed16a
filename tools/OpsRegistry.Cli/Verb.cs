using System.CommandLine;

namespace OpsRegistry.Cli;

/// <summary>A verb of the command line with lines that a user can type as they stand.</summary>
/// <param name="examples">Whole command lines.</param>
#pragma warning disable CA1010 // The base class chose IEnumerable so that collection initialisers work.
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines, shown under the verb's help.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
#pragma warning restore CA1010
