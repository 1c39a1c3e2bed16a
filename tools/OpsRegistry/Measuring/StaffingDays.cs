using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>One staffing requirement against the assignments, by day.</summary>
/// <param name="Days">The days looked at.</param>
/// <param name="Holdings">Who holds the post, by first day.</param>
internal sealed record StaffingDays(StaffingRequirement Requirement, DateSpan Days, IReadOnlyList<PostHolding> Holdings)
{
    /// <summary>Who came, by day, where the post's presence is recorded; a day that is not there is not recorded, which is not absence.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlySet<string>> Came { get; private init; } = new Dictionary<LocalDate, IReadOnlySet<string>>();

    /// <summary>Working days on which somebody held the post and no presence is recorded, though it should be.</summary>
    public IReadOnlyList<LocalDate> Unrecorded { get; private init; } = [];

    /// <summary>Days in a row on which fewer came than asked for, though more held the post.</summary>
    public IReadOnlyList<StaffingGap> TooFewCame => Came.Keys.Order()
        .Where(day => Days.Contains(day) && CameOn(day) is { } came && came < Requirement.Headcount && came < AssignedOn(day))
        .Aggregate(new List<StaffingGap>(), (gaps, day) =>
        {
            if (gaps is [.., var last] && last.Days.End == day && last.Found == CameOn(day))
            {
                gaps[^1] = last with { Days = new(last.Days.Start, day.PlusDays(1)) };
            }
            else
            {
                gaps.Add(new(new(day, day.PlusDays(1)), CameOn(day) ?? 0));
            }

            return gaps;
        });

    /// <summary>Days in a row on which fewer people are there than asked for; who must be on site and is not is not there.</summary>
    public IReadOnlyList<StaffingGap> TooFew => Gaps((holding, _) => holding.IsPresent);

    /// <summary>Days in a row on which fewer people than asked for are there and are all that the requirement asks of them.</summary>
    public IReadOnlyList<StaffingGap> TooFewQualified => Gaps((holding, day) => holding.IsQualifiedOn(day));

    /// <summary>How many people are there on a day: those who came where that is recorded, else those who hold the post; who must be on site and is not is not there.</summary>
    public int PresentOn(LocalDate day) => CameOn(day) ?? AssignedOn(day);

    /// <summary>How many of those who hold the post came on a day; null where it is not recorded.</summary>
    public int? CameOn(LocalDate day) => Came.TryGetValue(day, out var came) ? CountOn(day, (holding, _) => holding.IsPresent && came.Contains(holding.Assignment.Spec.Person)) : null;

    /// <summary>How many people are there on a day and are all that the requirement asks of them.</summary>
    public int QualifiedOn(LocalDate day) => CountOn(day, (holding, on) => holding.IsQualifiedOn(on));

    /// <summary>Every requirement of a contract over the whole term.</summary>
    public static IReadOnlyList<StaffingDays> Count(ContractFolder folder) => Count(folder, new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End));

    /// <summary>Every requirement of a contract, in its order.</summary>
    /// <param name="days">The days looked at.</param>
    /// <param name="calendar">Says which days are worked, for the days without a record of presence; null where nobody asks for them.</param>
    public static IReadOnlyList<StaffingDays> Count(ContractFolder folder, DateSpan days, WorkCalendar? calendar = null)
    {
        var came = folder.Of<PresenceSheet>().SelectMany(sheet => sheet.Spec.Days).GroupBy(day => day.On)
            .ToDictionary(group => group.Key, IReadOnlySet<string> (group) => group.SelectMany(day => day.Present).Select(person => person.Value).ToHashSet(StringComparer.Ordinal));
        var assignments = folder.Of<Assignment>().OrderBy(assignment => assignment.Spec.From).ThenBy(assignment => assignment.Path, StringComparer.Ordinal).ToList();
        return folder.Terms.Staffing
            .Select(requirement => new StaffingDays(
                requirement,
                days,
                assignments
                    .Where(assignment => assignment.Spec.Post == requirement.Post)
                    .Select(assignment => PostHolding.Compare(folder, requirement, assignment, assignments))
                    .ToList()))
            .Select(post => post.Requirement.PresenceRecorded ? post.WithPresence(came, calendar) : post)
            .ToList();
    }

    private int AssignedOn(LocalDate day) => CountOn(day, (holding, _) => holding.IsPresent);

    private StaffingDays WithPresence(IReadOnlyDictionary<LocalDate, IReadOnlySet<string>> came, WorkCalendar? calendar) => this with
    {
        Came = came,
        Unrecorded = Enumerable.Range(0, calendar is null ? 0 : Days.Days)
            .Select(count => Days.Start.PlusDays(count))
            .Where(day => calendar!.Find(day) is { IsWorking: true } && !came.ContainsKey(day) && AssignedOn(day) > 0)
            .ToList(),
    };

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
