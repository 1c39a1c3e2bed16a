using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A dispute names a deduction that its period does not take: a slip in the number or the record, or the deduction has gone since. Whatever is ruled, it
/// would give nothing back.
/// </summary>
internal sealed class DisputeAboutNothing() : Rule("OPS558", new("异议所指的扣分或扣款本期没有", "dispute about nothing that was taken"), Severity.Warning)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) => registry.Settings is null
        ? []
        : from folder in registry.Contracts
          where folder.Of<Dispute>().Any()
          let known = Governance.DisputedTerms(folder)
          let result = LineInForce.Run(registry, folder)
          from period in result.Periods
          from dispute in period.DisputesAboutNothing
          let spec = dispute.Dispute.Spec
          where known.Contains(spec.Term) // else it is another rule's
          let taken = period.Assessment.Deductions.Select(deduction => deduction.Id).Concat(period.Settlement.Lines.Select(line => line.Id)).ToList()
          let what = spec.Record is { } record ? $"{spec.Deduction} / {record}" : spec.Deduction
          select At(
              spec.PlaceOf(nameof(Dispute.Deduction)),
              new($"{period.Period.Id} 没有扣“{what}”", $"{period.Period.Id} takes nothing by '{what}'"),
              Nearest.To(spec.Deduction, taken.Where(id => id != spec.Deduction)) is { } meant
                  ? new($"是否指“{meant}”？本期各项见 ./opsreg score {folder.Name} --period {period.Period.Id}", $"did you mean '{meant}'? See ./opsreg score {folder.Name} --period {period.Period.Id}")
                  : new($"本期各项见 ./opsreg score {folder.Name} --period {period.Period.Id}", $"see ./opsreg score {folder.Name} --period {period.Period.Id}"));
}
