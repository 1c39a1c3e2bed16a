using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A value holds what looks like a number that belongs to a person. What is shown of it is too little to know it by.
/// </summary>
/// <param name="number">What such a number is called.</param>
/// <param name="together">How many digits stand together in it at least: in nearly all texts there are fewer.</param>
internal abstract class PersonalNumber(string id, Text number, int together) : Rule(id, new($"含有疑似{number.Zh}", $"looks like {number.En}"), reach: Reach.File)
{
    /// <summary>What such a number looks like.</summary>
    protected abstract Regex Pattern { get; }

    public override IEnumerable<Finding> Check(Registry registry) =>
        from scalar in registry.ScalarsWhere(HasSoMany)
        let found = Pattern.Match(scalar.Text)
        where found.Success
        let shown = $"{found.Value[..3]}…{found.Value[^2..]}"
        select At(
            scalar.Place,
            new($"疑似{number.Zh}“{shown}”", $"'{shown}' looks like {number.En}"),
            new("删去号码，用人员代号代替", "remove the number; use a role code"));

    private bool HasSoMany(string text)
    {
        // Every run of so many digits has one at one of these places.
        for (var place = together - 1; place < text.Length; place += together)
        {
            if (char.IsAsciiDigit(text[place]))
            {
                var (first, last) = (place, place);
                while (first > 0 && char.IsAsciiDigit(text[first - 1]))
                {
                    first--;
                }

                while (last + 1 < text.Length && char.IsAsciiDigit(text[last + 1]))
                {
                    last++;
                }

                if (last - first + 1 >= together)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
