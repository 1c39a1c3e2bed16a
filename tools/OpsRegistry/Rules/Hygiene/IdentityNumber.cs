using System.Text.RegularExpressions;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like the number of an identity card. It must not be in the registry, whatever it proves.
/// </summary>
internal sealed partial class IdentityNumber() : PersonalNumber("OPS902", new("身份证号", "an identity number"), together: 17)
{
    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    protected override partial Regex Pattern { get; }
}
