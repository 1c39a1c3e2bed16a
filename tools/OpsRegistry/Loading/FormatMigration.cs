namespace OpsRegistry.Loading;

/// <summary>
/// The formats that a registry was ever written in, and how files of one become files of the next: values change where they stand, comments and order stay.
/// A format is raised where files that were right would not be read any more, never for what is merely new.
/// </summary>
internal static class FormatMigration
{
    /// <summary>The file that names the format, and where in it.</summary>
    public const string SettingsPath = "ops-registry/registry.yaml", VersionPath = "spec/formatVersion";

    /// <summary>Where the new key goes among the others.</summary>
    private static readonly string[] Order = ["title", "formatVersion"];

    // A step belongs here for ever: a registry may be migrated over all of them at once.
    private static readonly FormatStep[] Steps = [new(1, new("登记库写明格式版本", "the registry names its format"), (_, _) => { })];

    /// <summary>The format that this program reads and writes.</summary>
    public static int Current => Steps[^1].To;

    /// <summary>The steps from a format to the current one, in order.</summary>
    /// <param name="from">The format that the registry names; 0 where it names none.</param>
    public static IReadOnlyList<FormatStep> StepsFrom(int from) => [.. Steps.Where(step => step.To > from)];

    /// <summary>The format that a file of settings names; 0 where it names none, null where it cannot be read.</summary>
    public static int? FormatOf(string settings) => YamlEdit.Open(settings) is not { } edit ? null
        : edit.Scalar(VersionPath) is not { } stated ? 0
        : int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var format) ? format : null;

    /// <summary>A file as the current format has it.</summary>
    /// <param name="path">Its path from the registry's root.</param>
    /// <param name="from">The format that it is written in.</param>
    /// <returns>Its text, the same where nothing is to be done; null where it cannot be read as YAML.</returns>
    public static string? Migrate(string path, string text, int from)
    {
        if (YamlEdit.Open(text) is not { } edit)
        {
            return null;
        }

        foreach (var step in StepsFrom(from))
        {
            step.Apply(path, edit);
        }

        if (path == SettingsPath && from < Current)
        {
            edit.Set(VersionPath, Current, Order);
        }

        return edit.Text;
    }
}

/// <summary>One step from a format to the next.</summary>
/// <param name="To">The format that it leads to.</param>
/// <param name="Title">What changes.</param>
/// <param name="Apply">Changes one file, of a path, where it must.</param>
internal sealed record FormatStep(int To, Text Title, Action<string, YamlEdit> Apply);
