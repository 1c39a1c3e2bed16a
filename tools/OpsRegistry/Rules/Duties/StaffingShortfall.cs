using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// On some days of the term fewer people hold a post than the contract asks for. Days in a row are one finding.
/// </summary>
public sealed class StaffingShortfall : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS405";

    /// <inheritdoc/>
    public override Text Title => new("岗位人数不足", "post with too few people");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let assignments = folder.Of<Assignment>().Select(assignment => assignment.Spec).ToLookup(assignment => assignment.Post, StringComparer.Ordinal)
        from requirement in folder.Terms.Staffing
        from run in Shortfalls(folder.Terms.Term, requirement, assignments[requirement.Post].ToList())
        select At(
            requirement.PlaceOf(nameof(requirement.Headcount)),
            new(
                $"岗位“{requirement.Post}”自 {Shown.Of(run.First)} 至 {Shown.Of(run.Last)} 只有 {run.Found} 人，应有 {requirement.Headcount} 人",
                $"post '{requirement.Post}' has {run.Found} of {requirement.Headcount} from {Shown.Of(run.First)} through {Shown.Of(run.Last)}"),
            new("补上派驻，或改正派驻的起止日期", "add an assignment, or correct the days of those there are"));

    private static List<(LocalDate First, LocalDate Last, int Found)> Shortfalls(Term term, StaffingRequirement requirement, IReadOnlyList<Assignment> assignments)
    {
        var runs = new List<(LocalDate First, LocalDate Last, int Found)>();
        for (var day = term.Start; day < term.End; day = day.PlusDays(1))
        {
            var found = assignments
                .Where(assignment => assignment.Covers(day) && (assignment.OnSite || !requirement.OnSite))
                .Select(assignment => assignment.Person).Distinct(StringComparer.Ordinal).Count();
            if (found >= requirement.Headcount)
            {
                continue;
            }

            if (runs is [.., var last] && last.Last.PlusDays(1) == day && last.Found == found)
            {
                runs[^1] = last with { Last = day };
            }
            else
            {
                runs.Add((day, day, found));
            }
        }

        return runs;
    }
}
