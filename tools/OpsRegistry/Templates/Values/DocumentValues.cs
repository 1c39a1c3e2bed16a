namespace OpsRegistry.Templates.Values;

/// <summary>What stands at the head of every document.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="AsOf">The cut-off.</param>
/// <param name="Commit">The commit, or that there are changes that none holds.</param>
/// <param name="SampleNotice">Said where a record is made up; empty otherwise.</param>
internal sealed record DocumentHead(ContractValues Contract, string AsOf, string Commit, string SampleNotice);

/// <summary>What stands at the head of a document about one record.</summary>
/// <param name="Document">The head of every document.</param>
/// <param name="Name">The record's name.</param>
/// <param name="File">Its path.</param>
/// <param name="Blob">Git's id of its bytes.</param>
/// <param name="Services">The services that it belongs to.</param>
/// <param name="Evidence">Its proofs.</param>
internal sealed record RecordHead(DocumentHead Document, string Name, string File, string Blob, string Services, IReadOnlyList<EvidenceValues> Evidence);

/// <summary>What every document has.</summary>
internal abstract class DocumentValues(DocumentHead head)
{
    [Label("合同")]
    public ContractValues Contract => head.Contract;

    [Label("数据截至时刻（北京时间）")]
    public string AsOf => head.AsOf;

    [Label("登记库的提交号；有未提交的改动时注明")]
    public string Commit => head.Commit;

    [Label("所列记录为示例数据时的说明；否则为空")]
    public string SampleNotice => head.SampleNotice;
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
internal abstract class RecordDocument(RecordHead head) : DocumentValues(head.Document)
{
    [Label("记录编号")]
    public string Name => head.Name;

    [Label("记录文件在登记库中的路径")]
    public string File => head.File;

    [Label("文件内容的 git 标识")]
    public string Blob => head.Blob;

    [Label("所属服务项")]
    public string Services => head.Services;

    [Label("证明材料")]
    public IReadOnlyList<EvidenceValues> Evidence => head.Evidence;
}
