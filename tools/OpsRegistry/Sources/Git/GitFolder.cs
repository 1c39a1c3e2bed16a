using LibGit2Sharp;

namespace OpsRegistry.Sources.Git;

/// <summary>Finds the repository that a folder belongs to.</summary>
internal static class GitFolder
{
    static GitFolder()
    {
        // A checkout in a container often belongs to another user. Nothing that a repository's configuration names is ever run here.
        GlobalSettings.SetOwnerValidation(false);
    }

    /// <summary>Opens the repository whose work tree holds a folder, or which the folder is, or says why it cannot be read.</summary>
    /// <returns>The repository, and the folder from the repository's own, with a slash at its end; empty where they are one.</returns>
    /// <param name="fault">What the library says of a repository in a format that it does not read; null where there is simply none.</param>
    public static (Repository Repository, string Below)? Find(string folder, out string? fault)
    {
        fault = null;
        try
        {
            if (Repository.IsValid(folder))
            {
                return (new Repository(folder), "");
            }

            if (Bare(folder) is var (bare, rest))
            {
                return (new Repository(bare), rest + "/");
            }

            if (Holding(Real(folder)) is not { } found)
            {
                return null;
            }

            var opened = new Repository(found);
            var way = opened.Info.WorkingDirectory is { } root ? Path.GetRelativePath(Real(root), Real(folder)).Replace('\\', '/') + "/" : "../";
            if (!way.StartsWith("../", StringComparison.Ordinal) && !opened.Ignore.IsPathIgnored(way))
            {
                return (opened, way);
            }

            opened.Dispose();
            return null;
        }
        catch (RepositoryNotFoundException)
        {
            return null;
        }
        catch (LibGit2SharpException unreadable)
        {
            fault = unreadable.Message;
            return null;
        }
    }

    /// <summary>True where a folder is itself a repository, of which perhaps nothing is checked out, or would stand below one of which nothing is.</summary>
    public static bool IsRepository(string folder) => Repository.IsValid(folder) || Bare(folder) is not null;

    /// <summary>The nearest folder above one that is a repository's. The library's own search answers in a buffer that a program in machine code does not get back.</summary>
    private static string? Holding(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        while (above is not null && !Repository.IsValid(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above;
    }

    /// <summary>The bare repository that a path leads into, and the way from there: <c>ops.git/office/registry</c> is a folder of commits, on no disk.</summary>
    private static (string Repository, string Below)? Bare(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (Path.Exists(path))
        {
            return null;
        }

        for (var above = Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
        {
            if (Directory.Exists(above))
            {
                return Repository.IsValid(above) && new Repository(above) is var opened && IsBare(opened) ? (above, Path.GetRelativePath(above, path).Replace('\\', '/')) : null;
            }
        }

        return null;
    }

    private static bool IsBare(Repository opened)
    {
        using (opened)
        {
            return opened.Info.IsBare;
        }
    }

    /// <summary>A folder as the disk knows it: the names of links on the way to it say nothing.</summary>
    private static string Real(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = Path.Combine(Real(parent), Path.GetFileName(full));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true)?.FullName ?? here;
    }
}
