using System.Text.RegularExpressions;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like a telephone number. The registry is read by many and kept for ever; people stand in it as role codes only.
/// </summary>
internal sealed partial class TelephoneNumber() : PersonalNumber("OPS901", new("电话号码", "a telephone number"), together: 7)
{
    [GeneratedRegex(@"(?<![0-9A-Za-z.-])(1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    protected override partial Regex Pattern { get; }
}
