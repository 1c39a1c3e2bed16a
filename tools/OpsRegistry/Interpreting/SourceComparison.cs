using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>Holds the text of a source document against what the contract says of it.</summary>
internal static class SourceComparison
{
    /// <summary>What the text has and the data have otherwise; empty where the text is the one that was read.</summary>
    public static IReadOnlyList<Message> Differences(SourceText text, ContractFolder folder)
    {
        if (folder.Terms.Sources.FirstOrDefault(one => one.Id == text.Id) is not { } source)
        {
            return [new($"合同没有来源“{text.Id}”", $"the contract has no source '{text.Id}'")];
        }

        var coverage = folder.Of<Coverage>().Select(file => file.Spec).FirstOrDefault(spec => spec.Source == text.Id);
        return new (bool Differs, Message Words)[]
        {
            (source.Sha256 is null, new($"合同没有写来源“{text.Id}”的 sha256", $"the contract states no sha256 of source '{text.Id}'")),
            (source.Sha256 is { } stated && stated != text.Sha256, new($"SHA-256 是 {text.Sha256[..12]}…，合同写的是 {source.Sha256?[..12]}…", $"its SHA-256 is {text.Sha256[..12]}…, the contract states {source.Sha256?[..12]}…")),
            (coverage is not null && coverage.Lines != text.Lines.Count, new($"有 {text.Lines.Count} 行，coverage.yaml 写的是 {coverage?.Lines} 行", $"it has {text.Lines.Count} lines, coverage.yaml states {coverage?.Lines}")),
            (coverage is not null && (coverage.Blank is not { } blank || LineSet.Read(blank).ToString() != text.Blank.ToString()), new("空行与 coverage.yaml 所列不同", "its blank lines are not those of coverage.yaml")),
        }.Where(one => one.Differs).Select(one => one.Words).ToList();
    }

    /// <summary>What is wrong with cited lines; null where each end has words.</summary>
    /// <param name="lines">How many lines the document has.</param>
    /// <param name="blank">Its lines without words; null where they are not known.</param>
    public static Message? FaultOf(Citation cited, int lines, LineSet? blank) =>
        cited.Last < cited.First ? new("首尾颠倒", "the lines run backwards")
        : cited.First < 1 || cited.Last > lines ? new($"来源只有 {lines} 行", $"the document has {lines} lines")
        : blank?.Contains(cited.First) == true ? new($"L{cited.First} 是空行", $"L{cited.First} is blank")
        : blank?.Contains(cited.Last) == true ? new($"L{cited.Last} 是空行", $"L{cited.Last} is blank")
        : null;
}
