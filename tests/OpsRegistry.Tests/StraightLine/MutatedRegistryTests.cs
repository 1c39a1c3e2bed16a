using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Xunit;
using Xunit.Sdk;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Data is never an exception: the whole line runs on registries in which values were swapped, taken away or made extreme.</summary>
public sealed partial class MutatedRegistryTests
{
    private static readonly Instant AsOf = BeijingTime.EndOf(new LocalDate(2026, 7, 31));

    private static readonly string[] Extremes =
        ["0", "1", "100", "\"0.00000001\"", "\"999999999.99\"", "1900-01-01", "2199-12-31", "9999-12-31", "2026-02-28T23:59:59+14:00", "PT9999H", "999wd", "999mo", "true", "[]", "{}", "null", "x"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_change_of_values_makes_the_line_throw(int seed)
    {
        var random = new Random(Campaign.Seed(seed));
        var files = InMemory.Files("tests/golden/harbour");
        var paths = files.Keys.ToList();
        var sound = InMemory.Load(files).Registry;
        var values = files.Values.SelectMany(text => Value().Matches(text).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal).ToLookup(ShapeOf);
        for (var round = Campaign.Inputs("registries with a changed value", 100); round > 0; round--)
        {
            var path = paths[random.Next(paths.Count)];
            var changed = Mutated(files[path], values, random);
            try
            {
                Run(With(sound, InMemory.Load([new(path, changed)]), path));
            }
            catch (Exception thrown) when (thrown is not XunitException)
            {
                Assert.Fail($"{thrown.GetType().Name}: {thrown.Message}\n{thrown.StackTrace}\n{path}\n{changed}");
            }
        }
    }

    /// <summary>The sound registry with one file read again.</summary>
    private static Loaded With(Registry sound, Loaded changed, string path) => changed with
    {
        Registry = new(sound.Resources.Where(resource => resource.Path != path).Concat(changed.Registry.Resources).OrderBy(resource => resource.Path, StringComparer.Ordinal).ToList(), []),
    };

    private static void Run(Loaded loaded)
    {
        Assert.Equal(Shown(loaded), Shown(loaded));
        foreach (var folder in loaded.Registry.Contracts)
        {
            var result = ContractRunner.Run(folder, Calendars.For(loaded.Registry, folder.Terms.Purchaser), AsOf);
            using var output = new StringWriter(CultureInfo.InvariantCulture);
            BlockText.Write(output, AssessmentBlocks.For(result, result.Periods), Language.Zh);
            BlockText.Write(output, AccountBlocks.For(result), Language.En);
            foreach (var period in result.Periods)
            {
                AssessmentMarkdown.Write(output, result, period);
                foreach (var deduction in period.Assessment.Deductions)
                {
                    DeductionProof.Write(output, period, deduction, Language.En);
                }
            }

            AssessmentJson.Write(TextWriter.Null, result.Periods, new ReportOrigin(ReportOrigin.Uncommitted, "0"), Language.En);
        }
    }

    private static IEnumerable<string> Shown(Loaded loaded) => Checker.Check(loaded).Select(finding => $"{finding.Rule.Id} {finding.Place} {finding.Message}");

    private static string Mutated(string text, ILookup<string, string> values, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var at = random.Next(1, lines.Count);
            switch (random.Next(6))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[at - 1]);
                    break;
                case 2:
                    lines[at] = Value().Replace(lines[at], Extremes[random.Next(Extremes.Length)], 1);
                    break;
                default:
                    lines[at] = Value().Replace(lines[at], match => values[ShapeOf(match.Value)].ToList() is { Count: > 0 } like ? like[random.Next(like.Count)] : match.Value);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Values of one shape can often stand for each other without the schema noticing.</summary>
    private static string ShapeOf(string value) => Digits().Replace(Letters().Replace(value, "a"), "9");

    [GeneratedRegex("(?<=: )[^{}\\[\\],\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex("[A-Za-z][A-Za-z-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
