using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What was claimed and what the purchaser determined, in a few words to stand after a reason.</summary>
internal static class DeterminedWords
{
    /// <summary>The fields of some records that the purchaser determined otherwise; nothing where there are none.</summary>
    public static Text Of(IEnumerable<Resource> records)
    {
        var words = records.SelectMany(record => record.Determined).Where(field => field.Differs).Select(Of).ToList();
        return new(string.Concat(words.Select(one => $"〔{one.Zh}〕")), string.Concat(words.Select(one => $" [{one.En}]")));
    }

    /// <summary>One field in a few words.</summary>
    public static Text Of(DeterminedField field)
    {
        var (claimed, determined, by) = (Quoted.Of(field.Claimed), Quoted.Of(field.By.Spec.Value), field.By.Spec);
        return new(
            FormattableString.Invariant($"{field.Key} 申报{claimed.Zh}，{by.DeterminedOn:uuuu-MM-dd} 由 {by.DeterminedBy} 认定为{determined.Zh}"),
            FormattableString.Invariant($"{field.Key}: claimed {claimed.En}, determined as {determined.En} on {by.DeterminedOn:uuuu-MM-dd} by {by.DeterminedBy}"));
    }
}
