using System.Globalization;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>The words and figures that all forms of a review share.</summary>
internal static class ReviewWords
{
    private const int LongestValue = 80;

    /// <summary>What happens to a file, by the word of the review's file.</summary>
    private static readonly Dictionary<string, Text> Changes = new(StringComparer.Ordinal)
    {
        ["added"] = new("新增", "added"),
        ["removed"] = new("删除", "removed"),
        ["unreadable now"] = new("改后无法读取", "unreadable now"),
        ["unreadable before"] = new("改前无法读取", "unreadable before"),
        ["only its writing"] = new("仅书写变化", "only its writing"),
        ["changed"] = new("修改", "changed"),
    };

    /// <summary>The verdict in a few words.</summary>
    public static Text Of(Verdict verdict) => verdict switch
    {
        Verdict.Clean => new("可以合并", "may be merged"),
        Verdict.ToDecide => new("须先决定", "something must be decided first"),
        _ => new("不可合并", "must not be merged"),
    };

    /// <summary>What happens next.</summary>
    public static Text NextStep(Verdict verdict) => verdict switch
    {
        Verdict.Clean => new("采购人核对后合并。", "The purchaser checks and merges."),
        Verdict.ToDecide => new("由采购人对所列事项作出决定后合并。", "The purchaser decides what is listed, then merges."),
        _ => new("提交人改正所列错误后再推送，本结果会随之更新。", "The submitter mends the errors listed and pushes again; this result follows."),
    };

    /// <summary>What happens to a file: new, gone or edited.</summary>
    public static Text Of(ResourceChange change) => change switch
    {
        { Before: null, File.IsAddition: true } => Changes["added"],
        { After: null, File.IsRemoval: true } => Changes["removed"],
        { After: null } => Changes["unreadable now"],
        { Before: null } => Changes["unreadable before"],
        { Fields.Count: 0 } => Changes["only its writing"],
        _ => Changes["changed"],
    };

    /// <summary>What happens to a file, from the word of the review's file.</summary>
    public static Text OfChange(string word) => Changes.GetValueOrDefault(word, Text.Same(word));

    /// <summary>The outcome of a limit or duty; a dash where there is none.</summary>
    public static Text Of(FactState? state) => state switch
    {
        null => Text.Same("—"),
        FactState.OfLimit { State: TargetState.Met } => new("达标", "met"),
        FactState.OfLimit { State: TargetState.Missed } => new("超时", "missed"),
        FactState.OfLimit { State: TargetState.Pending } => new("进行中", "pending"),
        FactState.OfLimit { State: TargetState.NotMeasurable } => new("无法计量", "not measurable"),
        FactState.OfDuty { State: OccurrenceState.Fulfilled } => new("已履行", "fulfilled"),
        FactState.OfDuty { State: OccurrenceState.Missing } => new("缺失", "missing"),
        FactState.OfDuty { State: OccurrenceState.Pending } => new("未到期", "pending"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A value as people read it: a scalar as it is, anything else in one short line.</summary>
    public static string Value(Node? node)
    {
        var text = Flow(node);
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    /// <summary>A total of points before and after.</summary>
    public static string PointsOf(PeriodResult? period) => period is null ? "" : Points.Show(period.Assessment.Total);

    /// <summary>A deduction in yuan; a dash where nothing is scored.</summary>
    public static string YuanOf(PeriodResult? period, Language language) =>
        period is null ? "" : period.Assessment.Measurement.Folder.IsScored ? Yuan.Show(period.Settlement.Total).In(language) : "—";

    /// <summary>A difference with its sign; nothing where it is unknown or nil.</summary>
    public static string Signed(decimal? difference, string format) => difference switch
    {
        null or 0m => "",
        > 0m => "+" + difference.Value.ToString(format, CultureInfo.InvariantCulture),
        _ => "−" + (-difference.Value).ToString(format, CultureInfo.InvariantCulture),
    };

    /// <summary>Points moved, exact.</summary>
    public static string SignedPoints(decimal moved) => moved == 0m ? "±0" : (moved > 0m ? "+" : "−") + Points.Plain(Math.Abs(moved));

    /// <summary>The band of a result; empty where there is none.</summary>
    public static Text Band(PeriodResult? period) => period?.Assessment.Band?.Title ?? new("", "");

    private static string Flow(Node? node) => node switch
    {
        null => "",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        _ => "",
    };
}
