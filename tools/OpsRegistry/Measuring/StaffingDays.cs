using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>One staffing requirement against the assignments, by day.</summary>
/// <param name="Days">The days looked at.</param>
/// <param name="Holdings">Who holds the post, by first day.</param>
internal sealed record StaffingDays(StaffingRequirement Requirement, DateSpan Days, IReadOnlyList<PostHolding> Holdings)
{
    /// <summary>Days in a row on which fewer people are there than asked for; who must be on site and is not is not there.</summary>
    public IReadOnlyList<StaffingGap> TooFew => Gaps((holding, _) => holding.IsPresent);

    /// <summary>Days in a row on which fewer people than asked for are there and are all that the requirement asks of them.</summary>
    public IReadOnlyList<StaffingGap> TooFewQualified => Gaps((holding, day) => holding.IsQualifiedOn(day));

    /// <summary>How many people are there on a day; who must be on site and is not is not there.</summary>
    public int PresentOn(LocalDate day) => CountOn(day, (holding, _) => holding.IsPresent);

    /// <summary>How many people are there on a day and are all that the requirement asks of them.</summary>
    public int QualifiedOn(LocalDate day) => CountOn(day, (holding, on) => holding.IsQualifiedOn(on));

    /// <summary>Every requirement of a contract over the whole term.</summary>
    public static IReadOnlyList<StaffingDays> Count(ContractFolder folder) => Count(folder, new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End));

    /// <summary>Every requirement of a contract, in its order.</summary>
    public static IReadOnlyList<StaffingDays> Count(ContractFolder folder, DateSpan days)
    {
        var assignments = folder.Of<Assignment>().OrderBy(assignment => assignment.Spec.From).ThenBy(assignment => assignment.Path, StringComparer.Ordinal).ToList();
        return folder.Terms.Staffing
            .Select(requirement => new StaffingDays(
                requirement,
                days,
                assignments
                    .Where(assignment => assignment.Spec.Post == requirement.Post)
                    .Select(assignment => PostHolding.Compare(folder, requirement, assignment, assignments))
                    .ToList()))
            .ToList();
    }

    private int CountOn(LocalDate day, Func<PostHolding, LocalDate, bool> counts) => Holdings
        .Where(holding => holding.Days.Contains(day) && counts(holding, day))
        .Select(holding => holding.Assignment.Spec.Person).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The count changes only where a holding or a fault begins or ends, so one day of each stretch is enough.</summary>
    private List<StaffingGap> Gaps(Func<PostHolding, LocalDate, bool> counts)
    {
        var gaps = new List<StaffingGap>();
        if (Days.IsEmpty)
        {
            return gaps;
        }

        var spans = Holdings.SelectMany(holding => holding.Faults.Select(fault => fault.Days).Append(holding.Days));
        var edges = spans.SelectMany(span => new[] { span.Start, span.End }).Where(Days.Contains).Append(Days.Start).Append(Days.End).Distinct().Order().ToList();
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            var found = CountOn(start, counts);
            if (found >= Requirement.Headcount)
            {
                continue;
            }

            if (gaps is [.., var last] && last.Days.End == start && last.Found == found)
            {
                gaps[^1] = last with { Days = new(last.Days.Start, end) };
            }
            else
            {
                gaps.Add(new(new(start, end), found));
            }
        }

        return gaps;
    }
}

/// <summary>Days in a row with the same number of people, fewer than asked for.</summary>
/// <param name="Found">How many there are, at least 0.</param>
internal sealed record StaffingGap(DateSpan Days, int Found);
