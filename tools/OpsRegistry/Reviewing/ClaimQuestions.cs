using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reviewing.Policies;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>What new or changed claims keep from being lost: each is the purchaser's to accept or to determine otherwise, and is asked with its price.</summary>
internal static class ClaimQuestions
{
    /// <summary>The questions of a change to one contract; none where the purchaser itself makes it.</summary>
    /// <param name="contract">The contract's name.</param>
    /// <param name="stakes">What its claims are worth after the change.</param>
    public static IEnumerable<ReviewQuestion> Of(RegistryChange change, string contract, ClaimStakes stakes) =>
        RightsInForce.SpeaksOnlyAs(GrantRole.Purchaser, change, contract) ? [] : Priced(change, contract, stakes).ToList() is var priced && stakes.NotPriced > 0 ? [.. priced, NotPriced(contract, stakes.NotPriced)] : priced;

    private static IEnumerable<ReviewQuestion> Priced(RegistryChange change, string contract, ClaimStakes stakes) =>
        from resource in change.Resources
        where resource.After?.Spec is RecordSpec && resource.Either.Metadata.Contract == contract
        from stake in stakes.Of(resource.Path, field => resource.Before is null || resource.Fields.Any(one => one.Top == $"spec.{field.Key}"))
        select Of(stake);

    /// <summary>What is too much to be priced is not passed over in silence.</summary>
    private static ReviewQuestion NotPriced(string contract, int records) => new(
        QuestionKind.Claim,
        new($"{contract}：另有 {records} 条记录的申报没有计价（一次改动太多）；请逐条核对，或分几次提交", $"{contract}: the claims of {English.Count(records, "further record")} are not priced, there are too many in one change; look at each, or have it sent in parts"),
        null);

    private static ReviewQuestion Of(ClaimStake stake)
    {
        var place = stake.Record.Spec.Node[stake.Others[0].Key]?.Place ?? stake.Record.Place;
        var name = RecordNames.Show(stake.Record.Name);
        var claimed = Both(stake, other => other.Claimed);
        var others = stake.Others is [var only] && only.Other is { } other ? Quoted(new("", ""), NameOf(stake.Record.Kind, only.Key, other)) : Both(stake, one => one.Other);
        var periods = string.Join(", ", stake.Periods);
        var cost = CostOf(stake);
        return new(
            QuestionKind.Claim,
            new($"{name.Zh} 申报{claimed.Zh}：若认定为{others.Zh}，{periods} {cost.Zh}", $"{name.En} claims {claimed.En}: if {others.En}, {periods} {cost.En}"),
            place)
        { Claim = stake };
    }

    private static Text CostOf(ClaimStake stake)
    {
        var points = stake.Points switch { 0m => new Text("", ""), > 0m => Words("−", stake.Points), _ => Words("+", -stake.Points) };
        var yuan = stake.Yuan is 0m ? new("", "") : Yuan.Show(stake.Yuan) is var amount && stake.Yuan < 0m ? new Text($"扣款 {amount.Zh} 元", $"{amount.En} yuan") : new Text($"多扣 {amount.Zh} 元", $"{amount.En} yuan more");
        var both = points.Zh.Length > 0 && yuan.Zh.Length > 0;
        return new($"{points.Zh}{(both ? "，" : "")}{yuan.Zh}", $"{points.En}{(both ? ", " : "")}{yuan.En}");
    }

    private static Text Words(string sign, decimal points) => new($"{sign}{Points.Plain(points)} 分", $"{sign}{Points.Plain(points)} points");

    /// <summary>E.g. 运维单位原因“否”、数据泄露“否”.</summary>
    private static Text Both(ClaimStake stake, Func<OtherValue, string?> of)
    {
        var parts = stake.Others.Select(other => Said(stake.Record.Kind, other.Key, of(other))).ToList();
        return new(string.Join("、", parts.Select(part => part.Zh)), string.Join(" and ", parts.Select(part => part.En)));
    }

    /// <summary>A field with one of its values by the names that people have for both.</summary>
    private static Text Said(Kind kind, string key, string? value)
    {
        var title = kind.Field(key)?.Title ?? Text.Same(key);
        return value is null ? new($"{title.Zh}（无）", $"{title.En} (none)") : Quoted(title, NameOf(kind, key, value));
    }

    private static Text NameOf(Kind kind, string key, string value) => kind.Field(key)?.NameOf(value) ?? Text.Same(value);

    private static Text Quoted(Text title, Text value) => new($"{title.Zh}“{value.Zh}”", $"{title.En} '{value.En}'".TrimStart());
}
