using NodaTime;
using NodaTime.Text;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Cli;

/// <summary>A checkout on disk: the one place of the command line that looks for files to read.</summary>
public sealed class Workspace
{
    private Workspace(string root)
    {
        Root = root;
    }

    /// <summary>The repository's root folder.</summary>
    public string Root { get; }

    /// <summary>The checkout that holds a folder; null when none does.</summary>
    /// <param name="start">The folder asked for, or the current one.</param>
    public static Workspace? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "ops-registry")))
            {
                return new(folder.FullName);
            }
        }

        return null;
    }

    /// <summary>Loads the registry by the checkout's own schemas.</summary>
    public Loaded Load() => RegistryLoader.Load(new WorkTreeSource(Root), Schemas());

    /// <summary>The checkout's schemas.</summary>
    /// <exception cref="UsageException">It has none: without schemas nothing can be judged.</exception>
    public SchemaSet Schemas()
    {
        var folder = Path.Combine(Root, "schemas");
        return Directory.Exists(folder)
            ? SchemaSet.Load(Directory.GetFiles(folder, "*.schema.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal))
            : throw new UsageException(new($"“{Root}”里没有 schemas/，无法判断任何文件", $"'{Root}' has no schemas/, so no file can be judged"));
    }

    /// <summary>The cut-off: what was asked for, or the end of the day up to which records are complete.</summary>
    /// <param name="asked">A date (its end is meant), a time with offset, or null.</param>
    /// <param name="settings">The registry's settings.</param>
    /// <exception cref="UsageException">The text is neither, or nothing was asked and the registry has no settings.</exception>
    public static Instant AsOf(string? asked, RegistrySettings? settings)
    {
        if (asked is null)
        {
            return settings is null
                ? throw new UsageException(new(
                    "登记库没有可用的 registry.yaml，须用 --as-of 指明截止日期",
                    "the registry has no readable registry.yaml: name the cut-off with --as-of"))
                : BeijingTime.EndOf(settings.RecordsUntil);
        }

        if (LocalDatePattern.Iso.Parse(asked) is { Success: true } day)
        {
            return BeijingTime.EndOf(day.Value);
        }

        return OffsetDateTimePattern.Rfc3339.Parse(asked) is { Success: true } time
            ? time.Value.ToInstant()
            : throw new UsageException(new(
                $"--as-of “{asked}”既不是日期（2026-11-20），也不是带时区的时间（2026-11-20T18:00:00+08:00）",
                $"--as-of '{asked}' is neither a date (2026-11-20) nor a time with offset (2026-11-20T18:00:00+08:00)"));
    }
}

/// <summary>The command line was used in a way that means nothing: exit code 2.</summary>
public sealed class UsageException(Text message) : Exception(message.En)
{
    /// <summary>What is wrong, in both languages.</summary>
    public Text Words { get; } = message;
}
