using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A scenario's record cannot be completed to a file of its kind: an unknown kind or field, or a value that the kind does not allow. The case cannot be played.
/// </summary>
internal sealed class UnclearScenarioRecord() : Rule("OPS271", new("情形里的记录无法理解", "scenario's record that means nothing"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from file in folder.Scenarios
        from one in file.Spec.Cases
        from fault in FaultsOf(one, folder.Name, folder.Terms.Term.Start)
        select At(fault.Place, fault.Message, fault.Help);

    private static List<Finding> FaultsOf(ScenarioCase one, string contract, LocalDate day)
    {
        var (faults, names) = (new List<Finding>(), ShortRecord.NamesOf(one.Records, day));
        foreach (var (record, index) in one.Records.Select((record, index) => (record, index)))
        {
            ShortRecord.Complete(record, contract, index + 1, day, names, faults);
        }

        return faults;
    }
}
