using OpsRegistry.Tests.Architecture;
using OpsRegistry.Tests.Cli;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Documents;
using OpsRegistry.Tests.Forge;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Tests.Reviewing;
using OpsRegistry.Tests.Rules;
using OpsRegistry.Tests.Site;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Tests.Verifying;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(OpsRegistry.Tests.LongestFirst))]

namespace OpsRegistry.Tests;

/// <summary>
/// Tests that take long begin first, so that none of them is still running when all others are done. Tests of one class run one after the other; those that wait for another program stand at the top,
/// because the others can work meanwhile.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly IReadOnlyList<string> Names =
    [
        SiteCollection.Name, nameof(AssessmentWorkbookCollection),
        .. new[]
        {
            typeof(HistoryTests), typeof(WorkbookComparisonTests), typeof(HostileForkTests), typeof(PageTranscriptTests), typeof(FormCommandTests), typeof(EveryVerbTests), typeof(QueryCommandTests), typeof(DeterminationTests),
            typeof(RegistryPlacesTests), typeof(OneContractTests), typeof(ClosedSetTests), typeof(WholeRequestTests), typeof(ReviewerTests), typeof(MergedRecordsTests), typeof(RuleCases), typeof(ManyContractsTests), typeof(SlicedCheckTests),
        }.Select(type => type.FullName!),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        testCollections.Select((collection, index) => (collection, index)).OrderBy(pair => PlaceOf(pair.collection)).ThenBy(pair => pair.index).Select(pair => pair.collection).ToList();

    private static int PlaceOf(ITestCollection collection)
    {
        var place = Names.ToList().FindIndex(name => collection.TestCollectionDisplayName == name || collection.TestCollectionDisplayName.Contains($" {name} ", StringComparison.Ordinal));
        return place < 0 ? int.MaxValue : place;
    }
}
