namespace OpsRegistry.Cli;

/// <summary>Writing into the work tree.</summary>
internal static class WorkTree
{
    /// <summary>Refuses a verb that writes where a commit is to be read.</summary>
    /// <exception cref="UsageException"><c>--at</c> was given.</exception>
    public static void Demand(Session session, string verb)
    {
        if (session.At is not null)
        {
            throw new UsageException(new($"{verb} 写的是工作目录，不能与 --at 一起用", $"{verb} writes into the work tree and takes no --at"));
        }
    }

    /// <summary>Writes files and removes those that stand elsewhere now, all or none.</summary>
    /// <param name="files">The bytes by path from the root; null for a file that is gone.</param>
    public static void Write(string root, IReadOnlyDictionary<string, byte[]?> files)
    {
        using var set = FileSet.Open(root);
        foreach (var (path, bytes) in files)
        {
            if (bytes is null)
            {
                set.Remove(path);
            }
            else
            {
                set.Stage(path, bytes);
            }
        }

        set.Commit();
    }
}
