namespace OpsRegistry.Model;

internal sealed partial record Determination
{
    /// <summary>The kind of the record, which its name begins with; null where no kind of record is called so.</summary>
    public Kind? RecordKind => Kinds.BeginningOf(Record) is { Area: Area.Records } kind ? kind : null;
}
