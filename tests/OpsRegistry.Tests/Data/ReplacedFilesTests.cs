using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Where a file of a contract is replaced by another, nothing that was looked up of the contract tells of the old one, and everything else stays.</summary>
public sealed class ReplacedFilesTests
{
    [Fact]
    public void Every_file_of_every_kind_is_found_as_what_replaced_it()
    {
        foreach (var folder in FrozenRegistry.Loaded.Registry.Contracts)
        {
            foreach (var report in folder.Of<FaultReport>())
            {
                Assert.Contains(folder.ReportsOn(report.Spec.Incident), one => ReferenceEquals(one.Untyped, report.Untyped));
            }

            foreach (var one in folder.Resources.DistinctBy(resource => resource.Kind))
            {
                var other = one with { Root = one.Root };
                var changed = folder.With(resource => ReferenceEquals(resource, one) ? other : resource);

                Assert.Equal([(other, one)], changed.DifferentIn(folder));
                Assert.Same(other, changed.Find(one.Kind, one.Name));
                Assert.Single(changed.Of(one.Kind), resource => ReferenceEquals(resource, other));
                Assert.Single(changed.Resources, resource => ReferenceEquals(resource, other));
                Assert.Equal(one.Spec is RecordSpec, changed.Records.Any(resource => ReferenceEquals(resource, other)));
                Assert.Equal(one.Spec is not RecordSpec, ReferenceEquals(changed.Records, folder.Records));
                Assert.True(one.Spec is not FaultReport report || changed.ReportsOn(report.Incident).Any(resource => ReferenceEquals(resource.Untyped, other)));
            }
        }
    }
}
