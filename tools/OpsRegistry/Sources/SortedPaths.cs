namespace OpsRegistry.Sources;

/// <summary>Looks a path up among files in the order of their paths.</summary>
internal static class SortedPaths
{
    /// <summary>The file of a path; null where there is none.</summary>
    /// <param name="files">The files, in ordinal order of their paths.</param>
    /// <param name="pathOf">A file's path.</param>
    public static T? Find<T>(IReadOnlyList<T> files, string path, Func<T, string> pathOf)
    {
        var (from, to) = (0, files.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(pathOf(files[middle]), path);
            if (order == 0)
            {
                return files[middle];
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return default;
    }
}
