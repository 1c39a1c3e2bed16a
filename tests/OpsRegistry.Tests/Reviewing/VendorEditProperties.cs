using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>
/// Whatever single edit a vendor makes: where the verdict calls it clean, no score rises, no deduction falls, no missed limit or duty is anything else, and no
/// warning is gone.
/// </summary>
public sealed class VendorEditProperties
{
    private static readonly string[] Registries =
        ["tests/golden/harbour", "tests/golden/depot", "tests/golden/wharf", "tests/golden/registry", "tests/golden/clinic", "tests/golden/library", .. Campaign.IsLong ? ["tests/golden/contracts"] : Array.Empty<string>()];

    public static TheoryData<string> Folders => [.. Registries];

    [Theory, MemberData(nameof(Folders))]
    public void What_a_verdict_calls_clean_makes_nothing_better_for_the_vendor(string folder)
    {
        var (edits, random) = (new VendorEdits(folder), new Random(Campaign.Seed(20261128)));
        var verdicts = new Dictionary<Verdict, int>();
        for (var left = Campaign.Inputs("edits of a vendor", 12); left > 0; left--)
        {
            var edit = edits.Next(random);
            var review = edits.Review(edit, random.Next(15));
            verdicts[review.Verdict] = verdicts.GetValueOrDefault(review.Verdict) + 1;
            Assert.DoesNotContain(review.Policy, finding => finding.Rule == StageRules.StageFailed);
            if (review.Verdict == Verdict.Clean)
            {
                var better = Better(edits.Base.Registry, review).ToList();
                Assert.True(better.Count == 0, $"{string.Join('\n', better)}\n{edit.Path}\n{edit.Text}");
            }
        }

        Assert.True(verdicts.Count > 1, string.Join(", ", verdicts));
    }

    [Fact]
    public void Nothing_that_a_vendor_may_file_is_beyond_the_reach_of_the_edits()
    {
        var (edits, random) = (new VendorEdits("tests/golden/harbour"), new Random(1));
        var refused = VendorEdits.Submitted.Where(kind => Enumerable.Range(0, 3).All(days => edits.Review(edits.Filed(kind, edits.Base.Registry.Contracts[0], random), days).Verdict == Verdict.Refused));
        Assert.Equal(Refused, refused.Select(kind => kind.Name));
    }

    /// <summary>The kinds whose example cannot stand in that registry whatever is put into it: what they rest on is not there, or needs a second file. Other registries have files of them, which are edited.</summary>
    private static readonly string[] Refused = ["System", "Asset", "SpecialInspection", "Incident", "CommitmentStatus", "Amendment", "Dispute"];

    /// <summary>What is better, computed again beside the review, at the cut-off of the files.</summary>
    private static IEnumerable<string> Better(Registry before, Review review)
    {
        var after = review.Change.After.Registry;
        foreach (var contract in review.Contracts)
        {
            if (before.ContractNamed(contract) is not { } old || after.ContractNamed(contract) is not { } now)
            {
                yield return $"{contract} is gone or new";
                continue;
            }

            var asOf = before.CutOffOf(old);
            var was = ContractRunner.Run(old, Calendars.For(before, old.Terms.Purchaser), asOf);
            var becomes = ContractRunner.Run(now, Calendars.For(after, now.Terms.Purchaser), asOf);
            foreach (var (one, other) in was.Periods.Zip(becomes.Periods))
            {
                if (other.Assessment.Total is null ? one.Assessment.Total is not null : other.Assessment.Total > one.Assessment.Total)
                {
                    yield return $"{contract} {one.Period.Id}: {one.Assessment.Total} points become {other.Assessment.Total}";
                }

                if (other.Settlement.Total is null ? one.Settlement.Total is not null : other.Settlement.Total < one.Settlement.Total)
                {
                    yield return $"{contract} {one.Period.Id}: {one.Settlement.Total} yuan become {other.Settlement.Total}";
                }
            }
        }

        foreach (var fact in review.Facts.Where(fact => fact.Before is FactState.OfLimit { State: TargetState.Missed } or FactState.OfDuty { State: OccurrenceState.Missing }))
        {
            yield return $"{fact.Contract} {fact.Period} {fact.Title.En} {fact.Name}: {fact.Before} becomes {fact.After}";
        }

        foreach (var gone in review.Findings.Fixed.Where(finding => finding.Rule.Severity != Severity.Note))
        {
            yield return $"gone: {gone.Rule.Id} {gone.Message.En}";
        }
    }
}
