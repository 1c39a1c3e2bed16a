namespace OpsRegistry.Reporting.Site;

/// <summary>A file that readers take away from a page: a report, a proof.</summary>
/// <param name="Address">Where it stands below the site's folder, for both languages.</param>
/// <param name="Title">What it is.</param>
/// <param name="Bytes">Makes it when it is asked for; null where it is gone.</param>
internal sealed record Download(string Address, Text Title, Func<byte[]?> Bytes);
