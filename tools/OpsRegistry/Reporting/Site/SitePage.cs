namespace OpsRegistry.Reporting.Site;

/// <summary>A file of the site.</summary>
/// <param name="Path">Path below the site's folder, with <c>/</c>.</param>
internal sealed record SitePage(string Path, byte[] Bytes);
