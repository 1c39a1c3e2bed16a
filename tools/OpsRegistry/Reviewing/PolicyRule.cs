using OpsRegistry.Loading;
using OpsRegistry.Sources;
using OpsRegistry.Rules;

namespace OpsRegistry.Reviewing;

/// <summary>
/// One thing that can be wrong with a change, whatever the registry is like afterwards. A pure function of the change: what judges comes from
/// the base. An error refuses the change, a warning needs the reviewer's eye, a note only says.
/// </summary>
/// <param name="id"><c>OPS6</c> and two digits.</param>
/// <param name="holdsEverywhere">True where it holds for every step of a branch, whoever merged it: it needs the changed files alone, and no account that only the forge can vouch for.</param>
internal abstract class PolicyRule(string id, Text title, Severity severity = Severity.Error, bool holdsEverywhere = false) : Rule<RegistryChange>(id, title, severity)
{
    /// <summary>True where it holds for every step of a branch, whoever merged it.</summary>
    public bool HoldsEverywhere => holdsEverywhere;

    /// <summary>A finding about a file as a whole.</summary>
    protected Finding At(FileChange file, Message message, Text help, params RelatedPlace[] related) =>
        At(Place.StartOf(file.Path), message, help, related);
}
