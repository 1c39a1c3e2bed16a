using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like a number that belongs to a person. What is shown of it is too little to know it by.
/// </summary>
/// <param name="number">What such a number is called.</param>
/// <param name="shortest">How many characters it has at least: most texts are shorter.</param>
internal abstract class PersonalNumber(string id, Text number, int shortest) : Rule(id, new($"含有疑似{number.Zh}", $"looks like {number.En}"))
{
    /// <summary>What such a number looks like.</summary>
    protected abstract Regex Pattern { get; }

    public override IEnumerable<Finding> Check(Registry registry) =>
        from scalar in registry.Scalars
        where scalar.Text.Length >= shortest && scalar.Text.AsSpan().ContainsAnyInRange('0', '9')
        let found = Pattern.Match(scalar.Text)
        where found.Success
        let shown = $"{found.Value[..3]}…{found.Value[^2..]}"
        select At(
            scalar.Place,
            new($"疑似{number.Zh}“{shown}”", $"'{shown}' looks like {number.En}"),
            new("删去号码，用人员代号代替", "remove the number; use a role code"));
}
