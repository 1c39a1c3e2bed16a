using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>What can be wrong when files are put together into a registry.</summary>
internal static class ModelRules
{
    /// <summary>
    /// A value has the form that its schema asks for and still means nothing: a day that no month has, a duration in months where
    /// hours are counted. The file is left out of every later stage, because a guess would be worse.
    /// </summary>
    public static readonly RuleInfo UnreadableValue = new("OPS109", nameof(UnreadableValue), new("值无法理解", "value that means nothing"), Severity.Error) { KeepsFileOut = true };

    /// <summary>
    /// A file stands where no kind of file belongs. A record in the wrong folder would otherwise be overlooked in silence, and
    /// so would the deduction that it proves.
    /// </summary>
    public static readonly RuleInfo UnknownFile = new("OPS201", nameof(UnknownFile), new("文件放错了位置", "file that does not belong here"), Severity.Error) { KeepsFileOut = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [UnreadableValue, UnknownFile];
}
