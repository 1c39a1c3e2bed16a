namespace OpsRegistry.Reporting;

/// <summary>What a report says of where it comes from, so that it can be made again.</summary>
/// <param name="Commit">The commit the files were read at, 40 hexadecimal digits; null where it is not known or files differ from it.</param>
/// <param name="ToolVersion">The version of this tool.</param>
public sealed record ReportOrigin(string? Commit, string ToolVersion);
