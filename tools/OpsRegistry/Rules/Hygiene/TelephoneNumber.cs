using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like a telephone number. The registry is read by many and kept for ever; people stand in it as role codes only.
/// </summary>
internal sealed partial class TelephoneNumber() : Rule("OPS901", new("含有疑似电话号码", "looks like a telephone number"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from scalar in resource.Nodes.OfType<ScalarNode>()
        where scalar.Text.Length >= 11 // most texts are shorter
        let found = Pattern().Match(scalar.Text)
        where found.Success
        select At(
            scalar.Place,
            new($"疑似电话号码“{found.Value[..3]}…{found.Value[^2..]}”", $"'{found.Value[..3]}…{found.Value[^2..]}' looks like a telephone number"),
            new("删去号码，用人员代号代替", "remove the number; use a role code"));

    [GeneratedRegex(@"(?<![0-9A-Za-z.-])(1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
