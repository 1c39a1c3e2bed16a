using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review as JSON.</summary>
internal static class ReviewJson
{
    /// <summary>Writes a review.</summary>
    public static void Write(TextWriter output, ReviewDocument sheet) => JsonOutput.Write(output, sheet);
}
