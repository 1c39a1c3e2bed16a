using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A clause can be read in two ways, nobody has decided, and the other reading puts a period into another band. The period cannot be
/// settled before the parties decide: whoever pays first would decide for both.
/// </summary>
internal sealed class UndecidedReading() : Rule("OPS552", new("条款解释须先决定", "reading that needs a decision"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) => registry.Settings is null
        ? []
        : from folder in registry.Contracts
          where folder.Interpretations is not null && Governance.HasBands(folder) // else nothing leads into another one
          let result = LineInForce.Run(registry, folder)
          from period in result.Periods
          from row in period.NeedsDecision
          let amounts = (Now: Yuan.Show(period.Settlement.Total), Other: Yuan.Show(row.Amount))
          select At(
              row.Interpretation.PlaceOf(nameof(Interpretation.Default)),
              new(
                  $"{period.Period.Id}：{row.Interpretation.Key} 若读作“{row.Option.Id}”，扣款由 {amounts.Now.Zh} 元变为 {amounts.Other.Zh} 元",
                  $"{period.Period.Id}: read as '{row.Option.Id}', {row.Interpretation.Key} changes the deduction from {amounts.Now.En} to {amounts.Other.En} yuan"),
              new("由双方决定，并在 judgements/ 下记一个 Decision", "let the parties decide, and record a Decision under judgements/"));
}
