using System.Text.RegularExpressions;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Where a kind's files stand, held to the regular expression that says the same.</summary>
public sealed class PathPatternTests
{
    private const string Letters = "az09-/.{}_AZ年\n"; // of paths, and others

    public static TheoryData<string> Names => [.. Kinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pattern_takes_a_path_apart_as_its_regular_expression_does(string name)
    {
        var kind = Kinds.Named(name)!;
        var expected = Expression(kind.PathPattern);
        var random = new Random(20261201);
        var matched = 0;
        for (var number = 0; number < 400; number++)
        {
            var path = kind.PathPattern
                .Replace("{contract}", Word(random), StringComparison.Ordinal)
                .Replace("{name}", Word(random), StringComparison.Ordinal)
                .Replace("{version}", random.Next(2) == 0 ? "" : $"-{random.Next(10000):0000}-{random.Next(100):00}-{random.Next(100):00}", StringComparison.Ordinal)
                .Replace("{yyyy}", $"{random.Next(10000):0000}", StringComparison.Ordinal)
                .Replace("{mm}", $"{random.Next(100):00}", StringComparison.Ordinal);
            for (var change = random.Next(3); change > 0; change--)
            {
                var place = random.Next(path.Length);
                path = path[..place] + (random.Next(2) == 0 ? "" : Letters[random.Next(Letters.Length)]) + path[(place + random.Next(2))..];
            }

            var (match, parts) = (expected.Match(path), kind.MatchPath(path));
            matched += match.Success ? 1 : 0;
            Assert.Equal(match.Success ? new PathParts(Part(match, "contract"), Part(match, "name"), Part(match, "yyyy"), Part(match, "mm")) : null, parts);
        }

        Assert.InRange(matched, 100, 399);
    }

    [Theory]
    [InlineData("2026", "03", 3)]
    [InlineData("2026", "13", null)]
    [InlineData("2026", "00", null)]
    [InlineData("0000", "01", null)]
    [InlineData(null, null, null)]
    public void A_folder_is_of_a_month_where_there_is_such_a_month(string? year, string? folder, int? month) =>
        Assert.Equal(month, new PathParts("one", "name", year, folder).FirstDay?.Month);

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } part ? part.Value : null;

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abz019-"[random.Next(7)]));

    private static Regex Expression(string pattern) => new(
        "^" + Regex.Escape(pattern)
            .Replace(@"\{contract}", "(?<contract>[a-z0-9-]+)", StringComparison.Ordinal)
            .Replace(@"\{name}", "(?<name>[a-z0-9-]+)", StringComparison.Ordinal)
            .Replace(@"\{version}", "(-[0-9]{4}-[0-9]{2}-[0-9]{2})?", StringComparison.Ordinal)
            .Replace(@"\{yyyy}", "(?<yyyy>[0-9]{4})", StringComparison.Ordinal)
            .Replace(@"\{mm}", "(?<mm>[0-9]{2})", StringComparison.Ordinal) + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
