namespace OpsRegistry.Model;

internal sealed partial record Tranche
{
    /// <summary>The id of one of its conditions, by which a vendor may dispute that it is lacking, e.g. <c>final.accepted</c>.</summary>
    public string ConditionId(PaymentTrigger trigger) => $"{Id}.{YamlWord.Write(trigger)}";
}
