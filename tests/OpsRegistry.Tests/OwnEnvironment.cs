using System.Runtime.CompilerServices;

namespace OpsRegistry.Tests;

/// <summary>
/// The environment of this process and of every program that a test or the tool starts from it: whose home it is, how git, fonts, terminal, locale and
/// time zone are set on a machine decides nothing. Only the path is taken over, where <c>./test</c> has seen to the programs.
/// </summary>
internal static class OwnEnvironment
{
    private static readonly string[] Foreign =
        ["GIT_", "GITHUB_", "OPSREG_", "LC_", "XDG_", "FONTCONFIG_", "SSH_", "NODE_", "CHROME", "DISPLAY", "WAYLAND_", "COLUMNS", "LINES", "COLORTERM", "FORCE_COLOR", "NO_COLOR", "CI", "PAGER", "EDITOR", "LANGUAGE", "BASH_ENV", "ENV"];

    /// <summary>What is set here for all.</summary>
    public static IReadOnlyDictionary<string, string> Own { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HOME"] = Path.Combine(AppContext.BaseDirectory, "home"),
        ["LANG"] = "C.UTF-8",
        ["LC_ALL"] = "C.UTF-8",
        ["TZ"] = "UTC",
        ["TERM"] = "dumb",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["SAL_USE_VCLPLUGIN"] = "svp",
    };

    [ModuleInitializer]
    internal static void Enter()
    {
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsForeign).ToList();
        names.ForEach(name => Environment.SetEnvironmentVariable(name, null));
        foreach (var (name, value) in Own)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        // Empty at the beginning of each run: what an earlier one left in it, a cache too, is gone.
        if (Directory.Exists(Own["HOME"]))
        {
            Directory.Delete(Own["HOME"], recursive: true);
        }

        Directory.CreateDirectory(Own["HOME"]);
    }

    private static bool IsForeign(string name) =>
        name is not ("OPSREG_BLESS" or "OPSREG_CAMPAIGN" or "OPSREG_CAMPAIGN_ROUND" or "OPSREG_CAMPAIGN_LIST" or "OPSREG_PICTURES" or "OPSREG_TOOL") && Foreign.Any(foreign => foreign.EndsWith('_') ? name.StartsWith(foreign, StringComparison.Ordinal) : name == foreign);
}
