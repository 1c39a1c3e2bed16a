using System.Globalization;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Data;

public sealed class RecordFilesTests
{
    private static readonly ContractFolder Contract = FrozenRegistry.Pingdingshan;

    private static IEnumerable<(Resource Resource, RecordSpec Spec)> Records =>
        Contract.Records.Select(resource => (resource, (RecordSpec)resource.Spec));

    [Fact]
    public void Every_file_of_the_contract_loads_without_a_finding() =>
        Assert.DoesNotContain(
            FrozenRegistry.Loaded.Findings,
            finding => finding.Place.Path.StartsWith("ops-registry/contracts/pingdingshan-2025/", StringComparison.Ordinal));

    [Fact]
    public void The_contract_holds_as_many_records_as_were_written() => Assert.Equal(261, Contract.Records.Count);

    [Fact]
    public void Every_record_stands_in_the_month_in_which_it_happened_under_its_own_name() =>
        Assert.All(Records, record => Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"ops-registry/contracts/pingdingshan-2025/records/{record.Spec.OccurredOn.Year:0000}/{record.Spec.OccurredOn.Month:00}/{record.Resource.Name}.yaml"),
            record.Resource.Path));

    [Fact]
    public void Numbers_run_from_one_without_a_gap_for_each_kind_and_year() =>
        Assert.All(
            Records.GroupBy(record => $"{record.Resource.Kind.KebabName}-{record.Spec.OccurredOn.Year}"),
            group => Assert.Equal(
                Enumerable.Range(1, group.Count()).Select(number => string.Create(CultureInfo.InvariantCulture, $"{group.Key}-{number:0000}")),
                group.Select(record => record.Resource.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void Later_numbers_are_not_earlier() =>
        Assert.All(
            Records.GroupBy(record => record.Resource.Kind.Name),
            group => Assert.Equal(
                group.Select(record => record.Spec.OccurredOn).Order(),
                group.OrderBy(record => record.Resource.Name, StringComparer.Ordinal).Select(record => record.Spec.OccurredOn)));

    [Fact]
    public void Every_piece_of_evidence_is_the_file_that_its_record_says() =>
        Assert.All(Records.SelectMany(record => record.Spec.Evidence), evidence => Assert.Equal(
            evidence.Sha256,
            FrozenRegistry.Loaded.Registry.EvidenceFiles.SingleOrDefault(file => file.Contract == Contract.Name && file.File == evidence.File)?.Sha256));

    [Fact]
    public void Every_evidence_file_belongs_to_one_record() =>
        Assert.Equal(
            FrozenRegistry.Loaded.Registry.EvidenceFiles.Where(file => file.Contract == Contract.Name).Select(file => file.File).Order(StringComparer.Ordinal),
            Records.SelectMany(record => record.Spec.Evidence).Select(evidence => evidence.File).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_evidence_files_are_alike() =>
        Assert.All(
            FrozenRegistry.Loaded.Registry.EvidenceFiles.GroupBy(file => file.Sha256),
            alike => Assert.Single(alike));

    [Fact]
    public void Everyone_whom_a_record_names_was_assigned_on_that_day()
    {
        var assignments = Contract.Of<Assignment>().Select(assignment => assignment.Spec).ToList();
        Assert.All(
            Records.SelectMany(record => record.Spec.People.Select(person => (record.Resource.Name, Person: person.Value, record.Spec.OccurredOn))),
            named => Assert.Contains(assignments, assignment => assignment.Person == named.Person && assignment.Covers(named.OccurredOn)));
    }

    [Fact]
    public void Every_post_is_filled_on_every_day_of_the_term()
    {
        var assignments = Contract.Of<Assignment>().Select(assignment => assignment.Spec).ToList();
        for (var day = Contract.Terms.Term.Start; day < Contract.Terms.Term.End; day = day.PlusDays(1))
        {
            Assert.All(Contract.Terms.Staffing, post => Assert.Equal(
                post.Headcount, assignments.Count(assignment => assignment.Post == post.Post && assignment.Covers(day))));
        }
    }
}
