using System.IO.Compression;

namespace OpsRegistry.Sources;

/// <summary>Opens a zip that somebody sent. The library reads its whole directory at once, so how long that is gets counted before.</summary>
internal static class SentZip
{
    /// <summary>Opens a zip for reading.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="most">The most entries that its directory may have, or seem to have.</param>
    /// <param name="names">How names are written that do not say it themselves.</param>
    /// <exception cref="InvalidDataException">It is no zip, or its directory is longer.</exception>
    public static ZipArchive Open(byte[] file, int most, Encoding? names = null) => HasMoreThan(most, file)
        ? throw new InvalidDataException($"the directory has more than {most} entries")
        : new(new MemoryStream(file, writable: false), ZipArchiveMode.Read, leaveOpen: false, names);

    /// <summary>True where a directory would have more entries than may be; each of them begins with the same four bytes.</summary>
    public static bool HasMoreThan(int most, ReadOnlySpan<byte> file)
    {
        for (var count = 0; file.IndexOf("PK\u0001\u0002"u8) is >= 0 and var at; file = file[(at + 4)..])
        {
            if (++count > most)
            {
                return true;
            }
        }

        return false;
    }
}
