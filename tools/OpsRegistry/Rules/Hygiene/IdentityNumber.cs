using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like the number of an identity card. It must not be in the registry, whatever it proves.
/// </summary>
internal sealed partial class IdentityNumber() : Rule("OPS902", new("含有疑似身份证号", "looks like an identity number"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from scalar in resource.Nodes.OfType<ScalarNode>()
        where scalar.Text.Length >= 18 // most texts are shorter
        let found = Pattern().Match(scalar.Text)
        where found.Success
        select At(
            scalar.Place,
            new($"疑似身份证号“{found.Value[..3]}…{found.Value[^2..]}”", $"'{found.Value[..3]}…{found.Value[^2..]}' looks like an identity number"),
            new("删去号码，用人员代号代替", "remove the number; use a role code"));

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
