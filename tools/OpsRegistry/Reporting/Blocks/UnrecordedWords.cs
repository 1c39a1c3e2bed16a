using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>Of which services no records are kept here, as every report of the contract says it; nothing where all are recorded.</summary>
internal static class UnrecordedWords
{
    /// <summary>As a paragraph.</summary>
    public static IEnumerable<Block> Blocks(ContractFolder folder) => Of(folder) is { } words ? [new Block.Paragraph(words) { Tone = Tone.Warning }] : [];

    /// <summary>In words.</summary>
    public static Text? Of(ContractFolder folder)
    {
        if (folder.Terms.RecordsKept is not { } kept)
        {
            return null;
        }

        var duties = new ServiceScope(folder).Unrecorded;
        var (services, others) = (folder.Of<Service>().Count(service => ServiceScope.IsRecorded(folder.Terms, service.Name)), folder.Of<Service>().Count(service => !ServiceScope.IsRecorded(folder.Terms, service.Name)));
        return new(
            $"本库只登记 {services} 项服务的周期性义务；其余 {others} 项服务的 {duties.Count} 类不在本库登记，既不算应履行，也不算缺少。理由：{kept.Reason.Zh}",
            $"The registry records the recurring duties of {services} services alone; the {duties.Count} of the other {others} are not recorded here, neither due nor missing. Reason: {kept.Reason.En}");
    }
}
