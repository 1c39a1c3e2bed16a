namespace OpsRegistry.Model;

/// <summary>Files that a system or a program leaves beside others: nobody wrote them, and none belongs into a registry.</summary>
internal static class SystemFiles
{
    private static readonly string[] OfMac = [".DS_Store", ".AppleDouble", ".LSOverride", ".localized"];
    private static readonly string[] OfWindows = ["desktop.ini", "Thumbs.db", "ehthumbs.db"];
    private static readonly string[] OfEditors = [".swp", ".swo", ".bak", ".tmp", ".orig", ".rej", "~"];

    /// <summary>True for the empty files that keep a folder in git.</summary>
    public static bool KeepsFolder(string name) => name is ".gitkeep" or ".keep";

    /// <summary>What leaves files of a name; null for a file that somebody made.</summary>
    /// <param name="isProof">A proof may be called anything that a person may have meant.</param>
    public static Text? LeftBy(string name, bool isProof) =>
        OfMac.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("._", StringComparison.Ordinal) ? new(" macOS ", "macOS")
        : OfWindows.Contains(name, StringComparer.OrdinalIgnoreCase) ? new(" Windows ", "Windows")
        : name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~lock.", StringComparison.Ordinal) ? new("打开着的办公软件", "an office program with the file open")
        : name.EndsWith(".opsreg-new", StringComparison.Ordinal) ? new("本工具被中断的写入", "a run of this tool that was cut off")
        : !isProof && OfEditors.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? new("编辑器或合并工具", "an editor or a merge")
        : null;
}
