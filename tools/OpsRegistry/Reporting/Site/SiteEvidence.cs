using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Site;

/// <summary>
/// The proofs of records as readers open them: on the forge where the registry has one, else as copies beside the pages. What a browser would run as a
/// part of the site is never copied, nor what is too large for it.
/// </summary>
internal static class SiteEvidence
{
    /// <summary>The largest proof that is copied, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".csv", ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".xlsx", ".docx", ".zip" };

    /// <summary>Where the copy of a proof stands.</summary>
    public static string AddressOf(EvidenceFile file) => $"contracts/{SiteAddress.Safe(file.Contract)}/evidence/{string.Join('/', file.File.Split('/').Select(SafeName))}";

    /// <summary>The copies that a site has of the proofs of a contract's files.</summary>
    public static IEnumerable<(string Path, Download Copy)> CopiesOf(SiteContents site, SiteContract contract) =>
        site.Repository is not null && site.Origin.IsCommitted ? [] :
            from file in contract.Evidence
            where !file.IsPointer && Harmless.Contains(Path.GetExtension(file.File)) && site.SizeOf(file.Path) is >= 0 and <= MostBytes
            select (file.Path, new Download(AddressOf(file), Text.Same(file.File), () => site.Read(file.Path)));

    private static string SafeName(string name) => string.Join('.', name.Split('.').Select(SiteAddress.Safe));
}
