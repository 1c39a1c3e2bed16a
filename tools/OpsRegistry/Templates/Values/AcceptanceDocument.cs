namespace OpsRegistry.Templates.Values;

/// <summary>The summary of the whole term that an acceptance rests on.</summary>
internal sealed class AcceptanceDocument(DocumentHead head) : ServiceReportDocument(head)
{
    [Label("各考核期的得分与扣款；合同不计分时为空")]
    public required IReadOnlyList<ScoreValues> Scores { get; init; }

    [Label("累计扣款（元）")]
    public required string Deducted { get; init; }

    [Label("累计扣款大写；待定或没有扣款条款时为空")]
    public required string DeductedInCapitals { get; init; }

    [Label("各笔款项")]
    public required IReadOnlyList<TrancheValues> Tranches { get; init; }

    [Label("投标承诺")]
    public required IReadOnlyList<CommitmentValues> Commitments { get; init; }

    [Label("合同约定的解除情形与有关记录")]
    public required IReadOnlyList<CountValues> ExitTriggers { get; init; }

    [Label("验收申请与结论")]
    public required IReadOnlyList<RecordValues> Acceptances { get; init; }

    [Label("须先决定的条款解释")]
    public required IReadOnlyList<CountValues> Undecided { get; init; }
}

/// <summary>An assessment period's result.</summary>
internal sealed record ScoreValues
{
    [Label("考核期")]
    public required string Period { get; init; }

    [Label("起止")]
    public required string Days { get; init; }

    [Label("得分")]
    public required string Score { get; init; }

    [Label("档次")]
    public required string Band { get; init; }

    [Label("扣款（元）")]
    public required string Deduction { get; init; }

    [Label("最终或暂定")]
    public required string State { get; init; }
}

/// <summary>A tranche as it stands.</summary>
internal sealed record TrancheValues
{
    [Label("款项")]
    public required string Title { get; init; }

    [Label("金额（元）")]
    public required string Amount { get; init; }

    [Label("扣款（元）")]
    public required string Deducted { get; init; }

    [Label("应付（元）")]
    public required string Payable { get; init; }

    [Label("已付（元）")]
    public required string Paid { get; init; }

    [Label("尚缺的支付条件")]
    public required string Waiting { get; init; }
}

/// <summary>A promise of the bid.</summary>
internal sealed record CommitmentValues
{
    [Label("承诺")]
    public required string Title { get; init; }

    [Label("履行情况")]
    public required string State { get; init; }

    [Label("查验日期与说明")]
    public required string Remark { get; init; }
}
