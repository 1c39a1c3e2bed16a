using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Tests.Rules;
using Xunit;

namespace OpsRegistry.Tests.Loading;

/// <summary>A finding is told from another by rule, file and values, and its words may change.</summary>
public sealed class FindingIdentityTests
{
    private const string Registers = "ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml";

    private static readonly RuleInfo Rule = new("OPS299", "Example", new("示例", "example"), Severity.Error);

    private static readonly Lazy<IReadOnlyList<(string Where, Finding Finding)>> All = new(() =>
    [
        .. from path in CaseFolders.Cases("bad") from finding in Checker.Check(CaseFolders.Load(path)) select (path, finding),
        .. from path in CaseFolders.Changes("bad") from finding in PolicyCatalog.Check(ChangeCase.Read(path)) select (path, finding),
        .. from name in Directory.EnumerateDirectories(Path.Combine(Golden.RepositoryRoot, "tests", "golden")).Where(folder => Directory.Exists(Path.Combine(folder, "ops-registry")))
           from finding in Checker.Check(RegistryLoader.Load(CaseSource.Over(name, null), CaseFolders.Schemas)) select (name, finding),
    ]);

    [Fact]
    public void What_no_value_tells_apart_is_said_in_the_same_words() => None(
        from one in All.Value
        group one by (one.Finding.Identity, one.Finding.Place) into same
        where same.Select(one => one.Finding.Message.Words).Distinct().Count() > 1
        select string.Join(" | ", same.DistinctBy(one => one.Finding.Message.Words).Select(one => $"{one.Where}: {one.Finding.Rule.Id} {one.Finding.Message.En}")));

    [Fact]
    public void Fingerprints_stay_when_every_sentence_is_worded_anew_and_lines_move()
    {
        var findings = All.Value.Select(one => one.Finding).ToList();
        var anew = findings.Select(Anew).ToList();
        Assert.Equal(Fingerprint.Compute(findings), Fingerprint.Compute(anew));
        Assert.Equal((0, 0, findings.Count), Counts(FindingDifference.Between(findings, anew)));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Sarif_has_the_same_fingerprints_in_each_language(string language)
    {
        var findings = All.Value.Select(one => one.Finding).Take(200).ToList();
        var output = new StringWriter();
        SarifFindings.Write(output, findings, language == "zh" ? Language.Zh : Language.En, "1.0.0");
        var written = System.Text.Json.JsonDocument.Parse(output.ToString()).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());
        Assert.Equal(Fingerprint.Compute(FindingOrder.CausesFirst(findings)), written);
    }

    [Fact]
    public void Two_of_one_rule_at_one_place_stay_two_and_the_one_that_is_mended_is_named()
    {
        Finding[] before = [About("portal"), About("gateway")];
        var difference = FindingDifference.Between(before, [About("gateway")]);
        Assert.Equal((0, 1, 1), Counts(difference));
        Assert.Equal("'portal' has no owner", Assert.Single(difference.Fixed).Message.En);
        Assert.Equal(2, Fingerprint.Compute(before).Distinct().Count());
    }

    [Fact]
    public void Two_that_nothing_tells_apart_are_counted()
    {
        Finding[] twice = [About("portal"), About("portal")];
        Assert.Equal((1, 0, 1), Counts(FindingDifference.Between([About("portal")], twice)));
        Assert.Equal(["1", "2"], Fingerprint.Compute(twice).Select(print => print.Split(':')[1]));
    }

    [Theory]
    [InlineData("portal", "门户", "the portal", "")]
    [InlineData("portal, 2026-01-08", "portal、2026-01-08", "portal, 2026-01-08", "portal|2026-01-08")]
    [InlineData("of 203,600.00 yuan to 2026-01-08T09:40+08:00", "“203,600.00”元至2026-01-08T09:40+08:00", "of 203,600.00 yuan to 2026-01-08T09:40+08:00", "203,600.00|2026-01-08T09:40+08:00")]
    public void Values_are_what_both_languages_name(string _, string zh, string en, string values) =>
        Assert.Equal(values.Replace('|', '\n'), new Message($"{zh}", $"{en}").Values.Joined);

    [Fact]
    public void Values_come_back_from_a_cache_whatever_they_hold()
    {
        var message = new Message("甲", "a").About("a\nb", @"a\n", "", "c");
        Assert.Equal(message.Values, ValueSet.Parse(message.Values.Joined));
        Assert.NotEqual(message.Values, new Message("甲", "a").About("a", "b", @"a\n", "c").Values);
    }

    private static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults));

    private static Finding About(string system) =>
        new(Rule, new(Registers, 3, 1, 4), new($"“{system}”没有责任人", $"'{system}' has no owner"), new("写明", "name one"));

    private static Finding Anew(Finding finding) => finding with
    {
        Message = finding.Message.Reworded(new("别的话", "other words")),
        Place = finding.Place with { Line = finding.Place.Line + 7 },
        Rule = finding.Rule with { Title = new("别的题目", "another title") },
    };

    private static (int New, int Fixed, int Left) Counts(FindingDifference difference) => (difference.New.Count, difference.Fixed.Count, difference.Left);
}
