using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Rules;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>No day, number or duration that somebody may write keeps a check or a verdict from coming, or makes it endless.</summary>
public sealed partial class AbsurdValueTests
{
    private const string Contract = "ops-registry/contracts/example-2026/";
    private static readonly string[] Days = ["9999-12-31", "0001-01-01", "1989-12-31", "2200-01-01"];
    private static readonly string[] Accepted = ["2199-12-31", "1990-01-01"];

    /// <summary>Rows of the review of attacks that ended in exit 70 or never ended.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        { Contract + "contract.yaml", "end: 2027-01-01", "end: 9999-12-31" },
        { Contract + "contract.yaml", "start: 2026-01-01", "start: 0001-01-01" },
        { Contract + "records/2026/02/special-period-2026-0001.yaml", "through: 2026-02-07", "through: 9999-12-31" },
        { Contract + "records/2026/02/service-request-2026-0001.yaml", "spec:", "spec:\n  dueOn: 9999-12-31" },
        { "ops-registry/registry.yaml", "recordsUntil: 2026-03-31", "recordsUntil: 9999-12-31" },
        { "ops-registry/registry.yaml", "recordsUntil: 2026-03-31", "recordsUntil: soon" },
        { "ops-registry/registry.yaml", "recordsUntil: 2026-03-31", "recordsUntil: 2026-03-31\n  filedWithinDays: 2147483647" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void An_absurd_value_is_an_error_of_the_check_and_refuses_the_request(string path, string old, string absurd)
    {
        var edit = Edit(path, text => text.Replace(old, absurd, StringComparison.Ordinal));
        Assert.Contains(Checker.Check(RegistryLoader.Load(edit, CaseFolders.Schemas)), finding => finding.Place.Path == path && finding.Rule.Severity == Severity.Error);
        Assert.Equal(Verdict.Refused, Reviewed(edit, path).Verdict);
    }

    [Fact]
    public void A_request_that_deletes_the_settings_gets_its_verdict()
    {
        const string path = "ops-registry/registry.yaml";
        var review = Reviewed(new(Base, new Dictionary<string, byte[]?> { [path] = null }), path);
        Assert.Equal(Verdict.Refused, review.Verdict);
        Assert.Contains(review.Findings.New, finding => finding.Rule.Id == "OPS232");
    }

    [Fact]
    public void Every_day_of_every_file_is_refused_outside_of_its_years()
    {
        foreach (var (path, at, day) in Places().SelectMany(place => Days, (place, day) => (place.Path, place.At, day)))
        {
            var loaded = RegistryLoader.Load(Edit(path, text => text[..at] + day + text[(at + 10)..]), CaseFolders.Schemas);
            Assert.True(loaded.Findings.Any(finding => finding.Place.Path == path && finding.Rule.Severity == Severity.Error), $"{path} {at} {day}");
        }
    }

    [Fact]
    public void The_first_and_last_day_that_may_stand_are_computed_wherever_they_stand()
    {
        foreach (var (path, at, day) in Places().SelectMany(place => Accepted, (place, day) => (place.Path, place.At, day)))
        {
            var edit = Edit(path, text => text[..at] + day + text[(at + 10)..]);
            Assert.DoesNotContain(Checker.Check(RegistryLoader.Load(edit, CaseFolders.Schemas)), finding => finding.Rule == StageRules.StageFailed);
        }
    }

    [Fact]
    public void What_a_stage_throws_on_data_becomes_a_finding_and_what_a_disk_throws_goes_on()
    {
        var found = new List<Finding>();
        Assert.Null(StageGuard.Run<string>("ops-registry/x.yaml", () => throw new OverflowException(), found.Add));
        Assert.Equal(("OPS582", "ops-registry/x.yaml", Severity.Error), (found.Single().Rule.Id, found[0].Place.Path, found[0].Rule.Severity));
        Assert.Throws<IOException>(() => StageGuard.Run<string>("ops-registry/x.yaml", () => throw new IOException(), found.Add));
    }

    private static CaseSource Base { get; } = CaseSource.Over(CaseFolders.Base);

    /// <summary>Where days stand in the small registry's files.</summary>
    private static IEnumerable<(string Path, int At)> Places() =>
        from entry in Base.Entries
        where entry.Path.EndsWith(".yaml", StringComparison.Ordinal)
        from found in Day().Matches(TextOf(entry.Path))
        select (entry.Path, found.Index);

    private static string TextOf(string path) => Encoding.UTF8.GetString(Base.Read(new(path, SourceEntryKind.File))!);

    private static EditedSource Edit(string path, Func<string, string> change)
    {
        var (before, after) = (TextOf(path), change(TextOf(path)));
        Assert.NotEqual(before, after);
        return new(Base, new Dictionary<string, byte[]?> { [path] = Encoding.UTF8.GetBytes(after) });
    }

    private static Review Reviewed(EditedSource head, string path) => Reviewer.Review(new()
    {
        Base = Base,
        Head = head,
        Files = [new(path, new(new string('1', 40), OpsRegistry.Sources.FileMode.Plain), head.Edits[path] is null ? null : new(new string('2', 40), OpsRegistry.Sources.FileMode.Plain))],
        Schemas = CaseFolders.Schemas,
        MergedAt = Instant.FromUtc(2026, 3, 31, 4, 0),
        Actor = "example-bureau-desk",
    });

    [GeneratedRegex("(?<=: )[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
