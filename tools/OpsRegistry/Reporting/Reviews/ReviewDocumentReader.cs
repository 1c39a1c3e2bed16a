using System.Text.Json;
using System.Text.Json.Serialization;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>
/// Reads the JSON of a review as a stranger's: exactly its members, exactly their types, within a size. What passes says nothing that
/// <see cref="ReviewComment"/> does not encode.
/// </summary>
internal static class ReviewDocumentReader
{
    /// <summary>The most bytes that are read.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonOutput.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    /// <summary>The sheet; null where the bytes are not the JSON of a review.</summary>
    /// <param name="problem">What is wrong with it; empty where nothing is.</param>
    public static ReviewDocument? Read(byte[] bytes, out Text problem)
    {
        problem = new("", "");
        if (bytes.Length > MostBytes)
        {
            problem = new($"超过 {MostBytes} 字节", $"more than {MostBytes} bytes");
            return null;
        }

        try
        {
            var sheet = (ReviewDocument?)JsonSerializer.Deserialize(bytes, Strict.GetTypeInfo(typeof(ReviewDocument)));
            problem = sheet is null ? new("内容为空", "it is empty") : ProblemOf(sheet);
            return problem.En.Length == 0 ? sheet : null;
        }
        catch (JsonException fault)
        {
            problem = new($"不是 opsreg review --format json 的输出（{fault.Path ?? "$"}）", $"it is not what opsreg review --format json writes ({fault.Path ?? "$"})");
            return null;
        }
    }

    private static Text ProblemOf(ReviewDocument sheet)
    {
        if (!CommitInfo.IsId(sheet.Base) || !CommitInfo.IsId(sheet.Head))
        {
            return new("base 或 head 不是提交号", "base or head is not a commit's id");
        }

        if (!Enum.IsDefined(sheet.Verdict))
        {
            return new("verdict 不是 clean、toDecide 或 refused", "verdict is none of clean, toDecide, refused");
        }

        var errors = sheet.Policy.Concat(sheet.NewFindings).Any(finding => finding.Severity == Severity.Error);
        return errors && sheet.Verdict != Verdict.Refused ? new("有错误却没有判为不可合并", "it has errors and is not refused") : new("", "");
    }
}
