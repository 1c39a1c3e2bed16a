using System.Diagnostics;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;

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

    /// <summary>The verdict's sign.</summary>
    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Clean => "✅",
        Verdict.ToDecide => "⚠️",
        Verdict.Refused => "❌",
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

    /// <summary>A total of points, with its range while it is in dispute.</summary>
    public static string PointsOf(ReviewedResult? result, Language language) => result is null ? ""
        : Points.Show(result.Score) + RangeWords.OfPoints(new(result.Score, result.IfDisputesUpheld is { } upheld ? upheld.Score : result.Score)).In(language);

    /// <summary>A deduction in yuan, with its range while it is in dispute; a dash where nothing is scored.</summary>
    public static string YuanOf(ReviewedResult? result, Language language) => result is null ? "" : !result.Scored ? "—"
        : Yuan.Show(result.Amount).In(language) + RangeWords.OfYuan(new(result.Amount, result.IfDisputesUpheld is { } upheld ? upheld.Amount : result.Amount)).In(language);

    /// <summary>The band of a result; empty where there is none.</summary>
    public static string BandOf(ReviewedResult? result, Language language) => result?.GradeTitle?.In(language) ?? "";

    /// <summary>A difference with its sign; nothing where it is unknown or nil.</summary>
    public static string Signed(decimal? difference, string format) => difference switch
    {
        null or 0m => "",
        > 0m => "+" + difference.Value.ToString(format, CultureInfo.InvariantCulture),
        _ => "−" + (-difference.Value).ToString(format, CultureInfo.InvariantCulture),
    };

    /// <summary>What something that waits could make of points and yuan; nothing where it moves neither.</summary>
    public static string AtStake(MovesEntry? moves, Language language)
    {
        var points = Either(moves?.LeastPoints, moves?.MostPoints, SignedPoints, " ");
        var yuan = Either(moves?.LeastYuan, moves?.MostYuan, amount => Signed(amount, "#,##0.00"), " ");
        return moves is null ? "" : string.Join("　", new[] { points is null or "" ? points : points + new Text(" 分", " points").In(language), yuan is null or "" ? yuan : $"¥ {yuan}" }
            .Select(words => words ?? new Text("待定", "undetermined").In(language)).Where(words => words.Length > 0).Distinct());
    }

    /// <summary>Both ends of a range without those that are zero; null where one is unknown.</summary>
    private static string? Either(decimal? least, decimal? most, Func<decimal, string> show, string between) =>
        least is { } low && most is { } high ? string.Join(between, new[] { low, high }.Where(figure => figure != 0m).Select(show)) : null;

    /// <summary>Points moved, exact.</summary>
    public static string SignedPoints(decimal moved) => moved == 0m ? "±0" : (moved > 0m ? "+" : "−") + Points.Plain(Math.Abs(moved));

    private static string Flow(Node? node) => node switch
    {
        null => "",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        _ => throw new UnreachableException(),
    };

    /// <summary>As of which day figures are previewed, where it is not the cut-off.</summary>
    public static Text? AsOf(ReviewDocument sheet) => sheet.NewestDay is not { } newest ? null : new(
        $"得分与扣款的预览计入变更中直到 {Clocks.Moment.ShowEnd(newest)[..10]} 的内容，晚于数据截止；只有记录使时限继续计算",
        $"figures are previewed with all that the change tells of up to {Clocks.Moment.ShowEnd(newest)[..10]}, later than the cut-off; clocks run on for records alone");
}
