using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The post of the case registry: one engineer on site, held by one person until 1 March 2026 and by another from 2 March.</summary>
public sealed class StaffingDaysTests
{
    private const string Folder = "ops-registry/contracts/example-2026/";
    private const string Handover = "staff/assignment-example-eng-02.yaml";
    private const string Second = "staff/example-eng-02.yaml";

    [Fact]
    public void A_post_held_on_each_day_has_no_gap()
    {
        var post = Post();
        Assert.Empty(post.TooFew);
        Assert.Empty(post.TooFewQualified);
        Assert.Equal(["example-eng-01", "example-eng-02"], post.Holdings.Select(holding => holding.Assignment.Spec.Person));
        Assert.Equal(new LocalDate(2027, 1, 1), post.Holdings[1].Days.End);
    }

    [Fact]
    public void The_days_between_two_holders_are_one_gap()
    {
        var gap = Assert.Single(Post((Handover, "from: 2026-03-02", "from: 2026-03-09")).TooFew);
        Assert.Equal((DateSpan.Inclusive(new(2026, 3, 2), new(2026, 3, 8)), 0), (gap.Days, gap.Found));
    }

    [Fact]
    public void A_gap_ends_where_the_days_looked_at_end()
    {
        var folder = Edited((Handover, "from: 2026-03-02", "from: 2026-03-09"));
        var gap = Assert.Single(StaffingDays.Count(folder, new(new(2026, 1, 1), new(2026, 3, 5)))[0].TooFew);
        Assert.Equal(DateSpan.Inclusive(new(2026, 3, 2), new(2026, 3, 4)), gap.Days);
    }

    [Fact]
    public void Two_numbers_of_people_are_two_gaps()
    {
        var gaps = Post(("contract.yaml", "headcount: 1", "headcount: 2"), (Handover, "from: 2026-03-02", "from: 2026-02-01")).TooFew;
        Assert.Equal(
            [(DateSpan.Inclusive(new(2026, 1, 1), new(2026, 1, 31)), 1), (DateSpan.Inclusive(new(2026, 3, 2), new(2026, 12, 31)), 1)],
            gaps.Select(gap => (gap.Days, gap.Found)));
    }

    [Fact]
    public void Somebody_who_is_not_on_site_is_not_there()
    {
        var gap = Assert.Single(Post((Handover, "onSite: true", "onSite: false")).TooFew);
        Assert.Equal(DateSpan.Inclusive(new(2026, 3, 2), new(2026, 12, 31)), gap.Days);
    }

    [Fact]
    public void An_agreement_signed_late_lacks_on_the_days_before_it_and_leaves_the_person_there()
    {
        var post = Post((Second, "confidentialitySignedOn: 2025-12-25", "confidentialitySignedOn: 2026-03-06"));
        Assert.Equal([new PostFault(PostLack.ConfidentialityAgreement, DateSpan.Inclusive(new(2026, 3, 2), new(2026, 3, 5)))], post.Holdings[1].Faults);
        Assert.Empty(post.TooFew);
        Assert.Equal(DateSpan.Inclusive(new(2026, 3, 2), new(2026, 3, 5)), Assert.Single(post.TooFewQualified).Days);
    }

    [Theory]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-06-04", "[2026-06-01,2026-06-04)")]
    public void Certificates_one_after_another_cover_together_and_a_day_between_them_is_not_covered(string renewed, string? open)
    {
        const string Title = "certificates: [{title: A}]";
        var post = Post(
            ("contract.yaml", "experienceYears: 2", "certificate: A"),
            ("staff/example-eng-01.yaml", "experienceYears: 5", Title),
            (Second, "experienceYears: 5", $"certificates: [{{title: A, validTo: 2026-05-31}}, {{title: A, validFrom: {renewed}}}]"));
        Assert.Equal(open is null ? [] : [open], post.TooFewQualified.Select(gap => gap.Days.ToString()));
    }

    [Fact]
    public void Too_little_education_and_experience_are_named_each()
    {
        var post = Post(("contract.yaml", "experienceYears: 2", "experienceYears: 6\n      education: bachelor"));
        Assert.Equal([PostLack.Education, PostLack.Experience], post.Holdings[0].Faults.Select(fault => fault.Lacks));
    }

    [Fact]
    public void A_post_without_others_lacks_on_the_days_on_which_another_is_held()
    {
        var files = InMemory.Files("tests/cases/base");
        files[Folder + "contract.yaml"] = files[Folder + "contract.yaml"].Replace("onSite: true", "onSite: true\n      exclusive: true", StringComparison.Ordinal);
        files[Folder + "staff/desk.yaml"] = files[Folder + Handover]
            .Replace("post: engineer", "post: desk", StringComparison.Ordinal)
            .Replace("from: 2026-03-02", "from: 2026-02-01\n  to: 2026-04-01", StringComparison.Ordinal);
        var holding = StaffingDays.Count(InMemory.Load(files).Registry.ContractNamed("example-2026")!)[0].Holdings[1];
        Assert.Equal([new PostFault(PostLack.Exclusivity, DateSpan.Inclusive(new(2026, 3, 2), new(2026, 3, 31)))], holding.Faults);
    }

    private static StaffingDays Post(params (string File, string Old, string New)[] edits) => Assert.Single(StaffingDays.Count(Edited(edits)));

    private static OpsRegistry.Model.ContractFolder Edited(params (string File, string Old, string New)[] edits)
    {
        var files = InMemory.Files("tests/cases/base");
        foreach (var (file, old, replacement) in edits)
        {
            Assert.Contains(old, files[Folder + file], StringComparison.Ordinal);
            files[Folder + file] = files[Folder + file].Replace(old, replacement, StringComparison.Ordinal);
        }

        return InMemory.Load(files).Registry.ContractNamed("example-2026")!;
    }
}
