using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples;

/// <summary>A contract whose records are illustrative and written by this program.</summary>
/// <param name="Name">The contract's folder.</param>
/// <param name="Project">The project's name, as it stands in evidence files.</param>
/// <param name="Records">Every record, not yet numbered.</param>
internal sealed record SampleContract(string Name, string Project, Func<IReadOnlyList<SampleRecord>> Records)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<SampleContract> All { get; } =
    [
        Changning.ChangningYear.Contract,
        Fujian.FujianYear.Contract,
        Pengjiang.PengjiangYear.Contract,
        Pingdingshan.PingdingshanYear.Contract,
        Zhangjiagang.ZhangjiagangTerm.Contract,
    ];
}
