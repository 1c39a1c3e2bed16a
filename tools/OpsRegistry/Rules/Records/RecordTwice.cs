using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// Two records of one kind say the same in every field, proofs aside. A form that was handed in twice, or a file that was copied, counts one fault or one duty twice.
/// </summary>
internal sealed class RecordTwice() : Rule("OPS330", new("同一件事登记了两次", "the same thing is recorded twice"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from sameDay in folder.Records.GroupBy(record => (record.Kind, ((RecordSpec)record.Spec).OccurredOn))
        where sameDay.Skip(1).Any()
        from alike in sameDay.GroupBy(record => $"{record.Kind.Name}\n{SaidIn(record.Root["spec"], "evidence")}", StringComparer.Ordinal)
        let first = alike.First()
        from twin in alike.Skip(1)
        select At(
            twin.Place,
            new($"“{twin.Name}”与“{first.Name}”内容完全相同", $"'{twin.Name}' says the same as '{first.Name}'"),
            new("重复登记的删去一条；确是两件事，写出它们的区别", "delete the one that was recorded again; where they are two things, write what tells them apart"),
            new RelatedPlace(first.Place, new("内容相同的一条", "the one that says the same")));

    // Keys in one order, so that the order in which they stand makes no difference.
    private static string SaidIn(Node? node, string? leftOut = null) => node switch
    {
        ScalarNode scalar => $"{scalar.Kind}:{scalar.Text.Length}:{scalar.Text}",
        SequenceNode list => $"[{string.Join(',', list.Items.Select(item => SaidIn(item)))}]",
        MappingNode mapping => $"{{{string.Join(',', mapping.Entries.Where(entry => entry.Key != leftOut).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={SaidIn(entry.Value)}"))}}}",
        _ => "",
    };
}
