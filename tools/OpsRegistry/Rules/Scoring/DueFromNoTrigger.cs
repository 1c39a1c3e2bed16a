using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The limit of a payment counts from something that is not one of its conditions, or there is no limit to count. The day would never be known.
/// </summary>
internal sealed class DueFromNoTrigger() : Rule("OPS581", new("付款时限的起算条件不在付款条件之内", "payment limit that counts from no condition of it"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from tranche in folder.Terms.Payments
        where tranche.DueFrom is { } counted && (tranche.DueWithin is null || !tranche.Triggers.Contains(counted))
        select At(
            tranche.PlaceOf(nameof(Tranche.DueFrom)),
            tranche.DueWithin is null
                ? new($"“{tranche.Id}”写了起算条件，没有写付款时限", $"'{tranche.Id}' says what its limit counts from and has no limit")
                : new($"“{YamlWord.Write(tranche.DueFrom!.Value)}”不是“{tranche.Id}”的付款条件", $"'{YamlWord.Write(tranche.DueFrom!.Value)}' is no condition of '{tranche.Id}'"),
            new($"付款条件：{Shown.Show(tranche.Triggers.Select(trigger => YamlWord.Write(trigger))).Zh}", $"its conditions are {Shown.Show(tranche.Triggers.Select(trigger => YamlWord.Write(trigger))).En}"));
}
