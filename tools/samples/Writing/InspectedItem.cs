namespace OpsRegistry.Samples.Writing;

/// <summary>One thing looked at; advice, outcome and day only where it was abnormal.</summary>
internal sealed record InspectedItem(string Item, string? Advice = null, string? Outcome = null, DateOnly? CompletedOn = null)
{
    /// <summary>As it stands in the record.</summary>
    public YamlMapping Mapping => new()
    {
        { "item", Item },
        { "result", Advice is null ? "normal" : "abnormal" },
        { "advice", Advice },
        { "outcome", Outcome },
        { "completedOn", CompletedOn },
    };

    /// <summary>As it stands in the report.</summary>
    public string Line => Advice is null ? $"{Item}：正常" : $"{Item}：异常。建议：{Advice}。结果：{Outcome}（{CompletedOn:yyyy-MM-dd}）";
}
