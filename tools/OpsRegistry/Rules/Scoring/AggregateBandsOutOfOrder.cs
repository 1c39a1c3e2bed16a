using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The bands of a figure over many records are not from best to worst, not exactly the last is open, or a limit is in another form than the figure. Some
/// figures would give the points of another band, or none.
/// </summary>
internal sealed class AggregateBandsOutOfOrder() : Rule("OPS590", new("汇总指标档次顺序不对", "bands of a figure out of order"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Aggregates(folder).DistinctBy(terms => terms.Id).ToDictionary(terms => terms.Id, StringComparer.Ordinal)
        from term in Governance.Deductions(folder)
        where term.AggregateBand is not null
        let shape = term.AggregateBand!
        where known.ContainsKey(shape.Aggregate)
        from index in Enumerable.Range(0, shape.Bands.Count)
        from fault in Faults(shape.Bands, index, known[shape.Aggregate])
        select At(fault.Place, fault.Message, fault.Help);

    private static IEnumerable<(Place Place, Message Message, Text Help)> Faults(IReadOnlyList<FigureBand> bands, int index, AggregateTerms terms)
    {
        var band = bands[index];
        var isLast = index == bands.Count - 1;
        if ((band.AtMost ?? band.AtLeast) is not { } limit)
        {
            if (!isLast)
            {
                yield return (band.Place, new($"第 {index + 1} 档没有限值，后面的档次轮不到", $"band {index + 1} has no limit, so that the ones after it are never reached"), InOrder);
            }
        }
        else if (!terms.Understands(limit))
        {
            yield return (
                band.PlaceOf(band.AtMost is null ? nameof(band.AtLeast) : nameof(band.AtMost)),
                new($"“{limit}”与“{terms.Id}”所计的量不符", $"'{limit}' is not in the form of what '{terms.Id}' measures"),
                new("与该汇总指标的限值写法相同", "write it as the limits of the aggregate target are written"));
        }
        else if (isLast)
        {
            yield return (band.Place, new("最后一档有限值，其余的数没有分数", "last band has a limit, so that other figures give no points"), InOrder);
        }
        else if (index > 0 && !IsWider(bands[index - 1], band, terms))
        {
            yield return (band.Place, new($"第 {index + 1} 档并不比前一档宽，永远轮不到", $"band {index + 1} is no wider than the one before and is never reached"), InOrder);
        }
    }

    private static Text InOrder => new("从好到差排列，都写 atMost 或都写 atLeast，只有最后一档不写", "list them from best to worst, all with atMost or all with atLeast, and the last alone without");

    private static bool IsWider(FigureBand before, FigureBand band, AggregateTerms terms) =>
        band.AtMost is not null ? terms.LimitIn(band.AtMost) > terms.LimitIn(before.AtMost) : terms.LimitIn(band.AtLeast) < terms.LimitIn(before.AtLeast);
}
