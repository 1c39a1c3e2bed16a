using System.Diagnostics;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>The words and figures that all forms of a review share.</summary>
internal static class ReviewWords
{
    private const int LongestValue = 80;

    /// <summary>What happens next.</summary>
    public static Text NextStep(Verdict verdict) => verdict switch
    {
        Verdict.Clean => new("采购人核对后合并。", "The purchaser checks and merges."),
        Verdict.ToDecide => new("由采购人对所列事项作出决定后合并。", "The purchaser decides what is listed, then merges."),
        Verdict.Refused => new("提交人改正所列错误后再推送，本结果会随之更新。", "The submitter mends the errors listed and pushes again; this result follows."),
    };

    /// <summary>What the verdict means to a reader.</summary>
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Clean => Tone.Good,
        Verdict.ToDecide => Tone.Warning,
        Verdict.Refused => Tone.Bad,
    };

    /// <summary>The outcome of a limit or duty.</summary>
    public static Text? Translate(FactState? state) => state switch
    {
        null => null,
        FactState.OfLimit limit => limit.State.Title(),
        FactState.OfDuty duty => duty.State.Title(),
        _ => throw new UnreachableException(),
    };

    /// <summary>What people call the kind of a changed file; its own word where a stranger's file names none of ours.</summary>
    public static Text KindOf(ReviewedResource resource) => Kinds.Named(resource.Kind)?.Title ?? Text.Same(resource.Kind);

    /// <summary>A value as people read it: a scalar as it is, anything else in one short line.</summary>
    public static string Value(Node? node)
    {
        var text = Flow(node);
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    private static string Flow(Node? node) => node switch
    {
        null => "",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        _ => throw new UnreachableException(),
    };
}
