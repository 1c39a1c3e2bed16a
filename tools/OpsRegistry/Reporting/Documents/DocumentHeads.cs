using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Settling;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>What every document says of its contract and of where it comes from.</summary>
internal static class DocumentHeads
{
    /// <summary>The head of a document about some records.</summary>
    public static DocumentHead Of(DocumentBasis basis, IEnumerable<Fact> facts) => new(Contract(basis), Words.Show(basis.Measurement.AsOf), CommitOf(basis), SampleNotice(facts));

    /// <summary>The head of a document about one record.</summary>
    public static RecordHead Of(DocumentBasis basis, Fact fact) => new(
        Of(basis, [fact]), fact.Resource.Name, fact.Resource.Path, fact.Resource.Blob, DocumentWords.Services(basis.Folder, fact.Record), Evidence(fact.Record));

    private static ContractValues Contract(DocumentBasis basis)
    {
        var terms = basis.Folder.Terms;
        return new()
        {
            Name = basis.Folder.Name,
            Title = terms.Title.Zh,
            Number = terms.Number ?? DocumentWords.Nothing,
            Purchaser = basis.Origin.TitleOf(terms.Purchaser).Zh,
            Vendor = basis.Origin.TitleOf(terms.Vendor).Zh,
            From = Words.Show(terms.Term.Start),
            Through = Words.Show(terms.Term.End.PlusDays(-1)),
            SignedOn = Words.Show(terms.SignedOn.Value),
            Amount = terms.Amount is { } amount ? Yuan.Show(amount.Value).Zh : "未写明",
        };
    }

    private static string CommitOf(DocumentBasis basis) => basis.Origin.IsCommitted ? basis.Origin.Commit : "含未提交的改动，不能凭提交号重现";

    /// <summary>Said where any of the records is made up to show the product at work.</summary>
    private static string SampleNotice(IEnumerable<Fact> facts) =>
        facts.Any(fact => fact.Resource.Metadata.Provenance == Provenance.Sample) ? "所列运行记录是示例数据，不代表实际发生的情况。" : "";

    private static List<EvidenceValues> Evidence(RecordSpec record) => record.Evidence
        .Select(evidence => new EvidenceValues { Role = EvidenceRole.TitleOf(evidence.Role), File = evidence.File, Sha256 = evidence.Sha256 })
        .ToList();
}
