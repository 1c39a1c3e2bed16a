namespace OpsRegistry.Templates.Values;

/// <summary>What every document has.</summary>
internal abstract record DocumentValues
{
    [Label("合同")]
    public required ContractValues Contract { get; init; }

    [Label("数据截至时刻（北京时间）")]
    public required string AsOf { get; init; }

    [Label("登记库的提交号；有未提交的改动时注明")]
    public required string Commit { get; init; }

    [Label("所列记录为示例数据时的说明；否则为空")]
    public required string SampleNotice { get; init; }
}

/// <summary>The contract at the head of a document.</summary>
internal sealed record ContractValues
{
    [Label("合同代号")]
    public required string Name { get; init; }

    [Label("项目名称")]
    public required string Title { get; init; }

    [Label("项目编号；文件没有写明时为“—”")]
    public required string Number { get; init; }

    [Label("采购人")]
    public required string Purchaser { get; init; }

    [Label("服务单位")]
    public required string Vendor { get; init; }

    [Label("服务期第一日")]
    public required string From { get; init; }

    [Label("服务期最后一日")]
    public required string Through { get; init; }

    [Label("签订日期")]
    public required string SignedOn { get; init; }

    [Label("合同总价（元）；文件没有写明时为“未写明”")]
    public required string Amount { get; init; }
}

/// <summary>A record as lists show it.</summary>
internal sealed record RecordValues
{
    [Label("序号")]
    public required string Number { get; init; }

    [Label("记录编号")]
    public required string Name { get; init; }

    [Label("日期")]
    public required string Day { get; init; }

    [Label("要点")]
    public required string Digest { get; init; }

    [Label("证明材料")]
    public required string Evidence { get; init; }

    [Label("所属服务项")]
    public required string Services { get; init; }
}

/// <summary>A proof of a record.</summary>
internal sealed record EvidenceValues
{
    [Label("材料种类")]
    public required string Role { get; init; }

    [Label("文件")]
    public required string File { get; init; }

    [Label("文件内容的 SHA-256")]
    public required string Sha256 { get; init; }
}

/// <summary>Values of a document about one record.</summary>
internal abstract record RecordDocument : DocumentValues
{
    [Label("记录编号")]
    public required string Name { get; init; }

    [Label("记录文件在登记库中的路径")]
    public required string File { get; init; }

    [Label("文件内容的 git 标识")]
    public required string Blob { get; init; }

    [Label("所属服务项")]
    public required string Services { get; init; }

    [Label("证明材料")]
    public required IReadOnlyList<EvidenceValues> Evidence { get; init; }
}
