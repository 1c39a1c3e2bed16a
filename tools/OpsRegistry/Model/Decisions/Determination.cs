namespace OpsRegistry.Model;

internal sealed partial record Determination
{
    /// <summary>The kind of the record, which its name begins with; null where no kind of record is called so.</summary>
    public Kind? RecordKind => Record.Split('-') is [.. var words, _, _] ? Kinds.All.FirstOrDefault(kind => kind.Area == Area.Records && kind.KebabName == string.Join('-', words)) : null;
}
