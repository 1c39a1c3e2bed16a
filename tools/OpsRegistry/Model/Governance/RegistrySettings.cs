namespace OpsRegistry.Model;

internal sealed partial record RegistrySettings
{
    /// <summary>What <see cref="FiledWithinDays"/> is where nothing is said.</summary>
    public const int DaysToFile = 15;
}

/// <summary>What a request may bring as evidence.</summary>
internal sealed partial record EvidenceLimits
{
    /// <summary>What a registry allows that says nothing of evidence.</summary>
    public const int UsualMegabytes = 20, UsualFiles = 200, UsualMegabytesTogether = 200;

    /// <summary>The endings that are allowed where a registry names none. Pages and programs run where somebody opens them.</summary>
    public static IReadOnlyList<string> UsualTypes { get; } =
    [
        "7z", "bmp", "csv", "doc", "docx", "eml", "et", "gif", "gz", "jpeg", "jpg", "json", "log", "md", "mp3", "mp4", "msg", "ods", "odt", "ofd", "pdf", "png", "ppt", "pptx", "rar", "rtf", "tar", "tif",
        "tiff", "txt", "wav", "webp", "wps", "xls", "xlsx", "xml", "yaml", "yml", "zip",
    ];
}
