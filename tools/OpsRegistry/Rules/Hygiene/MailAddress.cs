using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like somebody's mail address.
/// </summary>
internal sealed partial class MailAddress() : Rule("OPS903", new("含有电子邮箱地址", "looks like a mail address"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from scalar in registry.ScalarsWhere(static text => text.Contains('@', StringComparison.Ordinal))
        let found = Pattern().Match(scalar.Text)
        where found.Success
        let shown = $"{found.Value[..1]}…{found.Value[found.Value.IndexOf('@', StringComparison.Ordinal)..]}"
        select At(
            scalar.Place,
            new($"疑似邮箱地址“{shown}”", $"'{shown}' looks like a mail address"),
            new("删去地址，用人员代号代替", "remove the address; use a role code"));

    [GeneratedRegex(@"[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
