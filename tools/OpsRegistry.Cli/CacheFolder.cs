using System.CommandLine;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Cli;

/// <summary>Where results of earlier runs are kept: <c>$OPSREG_CACHE</c>, else the user's cache folder.</summary>
internal static class CacheFolder
{
    /// <summary>The cache for this tool under some schemas; null with <c>--no-cache</c> or where the user has no folder.</summary>
    public static ResultCache? Open(ParseResult parse, SchemaSet schemas) =>
        !parse.GetValue(GlobalOptions.NoCache) && Path() is { Length: > 0 } folder ? new(folder, Generation(schemas), SystemClock.Instance.GetCurrentInstant()) : null;

    /// <summary>The folder; null where the user has none.</summary>
    public static string? Path()
    {
        if (Environment.GetEnvironmentVariable("OPSREG_CACHE") is { Length: > 0 } chosen)
        {
            return System.IO.Path.GetFullPath(chosen);
        }

        var folder = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && System.IO.Path.IsPathRooted(cache) ? cache
            : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? System.IO.Path.Combine(home, ".cache")
            : "";
        return folder.Length == 0 ? null : System.IO.Path.Combine(folder, "ops-registry");
    }

    /// <summary>Everything but the registry that results follow from: this very build, the libraries beside it, the runtime and the schemas.</summary>
    private static CacheKey Generation(SchemaSet schemas)
    {
        using var digest = new KeyDigest();
        digest.Add(typeof(CacheFolder).Module.ModuleVersionId.ToString())
            .Add(typeof(Registry).Module.ModuleVersionId.ToString())
            .Add(Environment.Version.ToString())
            .Add(schemas.Identity);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.deps.json").Order(StringComparer.Ordinal))
        {
            digest.Add(File.ReadAllText(file));
        }

        return digest.Finish();
    }
}
