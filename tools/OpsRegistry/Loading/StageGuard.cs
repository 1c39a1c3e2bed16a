using System.Diagnostics.CodeAnalysis;

namespace OpsRegistry.Loading;

/// <summary>
/// Stands round the stages: what no stage expected of a file becomes a finding on the contract it belongs to, so that a verdict is always given and the other
/// contracts keep their figures. What a disk or a repository cannot give is no fault of the data and goes on.
/// </summary>
internal static class StageGuard
{
    /// <summary>Does something with a contract.</summary>
    /// <param name="path">Where to point at when it fails: a file, or the contract's folder.</param>
    /// <param name="failed">What becomes of the finding.</param>
    /// <returns>What it gives; nothing where it failed.</returns>
    public static T? Run<T>(string path, Func<T> work, Action<Finding> failed) => Run(work, failure => failed(new(
        StageRules.StageFailed, Place.StartOf(path),
        new($"处理到这里时出错：{failure.GetType().Name}", $"the tool failed here: {failure.GetType().Name}"),
        new("看这份合同最近的改动里有没有离谱的日期、数目或时长；请连同文件报告", "look for an absurd day, number or duration in what changed last, and report the fault with the file"))));

    /// <summary>Does something with what somebody handed in.</summary>
    /// <param name="failed">What becomes of the failure.</param>
    /// <returns>What it gives; nothing where it failed.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a stage throws on data shall not keep the verdict from being written.")]
    public static T? Run<T>(Func<T> work, Action<Exception> failed)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (IsOfData(failure))
        {
            failed(failure);
            return default;
        }
    }

    private static bool IsOfData(Exception failure) => failure is ArithmeticException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException
        or IndexOutOfRangeException or NullReferenceException or InvalidCastException or NotSupportedException or RankException or ArrayTypeMismatchException;
}
