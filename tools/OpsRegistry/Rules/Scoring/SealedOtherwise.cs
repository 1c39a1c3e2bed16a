using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// From the files as they stand a sealed period would have another result. The seal's figures hold everywhere; what is different is an adjustment of the
/// next open period, and <c>verify --seals</c> tells whether amendments explain it.
/// </summary>
internal sealed class SealedOtherwise() : Rule("OPS559", new("按现在的文件，封存的结果不同", "sealed result that the files make otherwise"), Severity.Warning)
{
    protected override bool IsAlarm => true;

    public override IEnumerable<Finding> Check(Registry registry) => registry.Settings is null
        ? []
        : from folder in registry.Contracts
          where folder.Of<Seal>().Any()
          let result = LineInForce.Run(registry, folder)
          from period in result.Periods
          where period.Sealed is { Differs: true }
          let kept = period.Sealed!
          select At(
              kept.Seal.Spec.PlaceOf(nameof(Seal.Score)),
              new($"{period.Period.Id}：按现在的文件，{kept.Difference.Zh}", $"{period.Period.Id}: from the files of today, {kept.Difference.En}"),
              new("恢复封存时的文件；经双方同意更正的，差额作为下一个未封存周期的调整", "restore the files as they were sealed; what both parties amended is adjusted in the next open period"));
}
