using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>docs/attacks.md names a test for each attack that once got through, and each of them is there.</summary>
public sealed partial class AttackPageTests
{
    // The rows of the review that ended in exit 70, never ended or were not caught.
    private const string GotThrough =
        "W1 W2a W2b W2c W3 W4 W5a W5b W5c W6 W7 W8 W10b W10c W10j W11 W12 A1a A1b A1c A1e A5a B2 B3 B6 B9 B11b B18 B21 B22 D1 D2 D10 D11 D12 D15 D16 D17 D18 D20 D27 D28 E2b E4 E6 E7 E9 K1 K3 " +
        "H2b H6 H8 H9 H9b H11 H13 H14 H18 S1 S2 S3b S4 S5 S8 T1 T2 T2b T2c R1 R2 R8 R10";

    [Fact]
    public void Every_attack_that_got_through_has_a_row() =>
        Assert.Equal([], GotThrough.Split(' ').Except(Rows().SelectMany(row => row.Split('|')[1].Trim().Split(' '))));

    [Fact]
    public void Every_row_names_tests_that_are_there()
    {
        var types = typeof(AttackPageTests).Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        Assert.All(Rows(), row =>
        {
            var named = Named().Matches(row.Split('|')[^2]).Select(match => match.Groups["name"].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.True(
                name.StartsWith("tests/", StringComparison.Ordinal) ? Path.Exists(Path.Combine(Golden.RepositoryRoot, name))
                    : name.Split('.') is [var type, .. var method] && types[type].Any(one => method.Length == 0 || one.GetMethod(method[0]) is not null),
                name));
        });
    }

    private static IEnumerable<string> Rows() => SourceTree.Lines("docs/attacks.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
