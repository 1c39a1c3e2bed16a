using System.Buffers;
using System.IO.Enumeration;

namespace OpsRegistry.Sources;

/// <summary>A folder that stays open while its files are asked about, so that the system need not find its way there for each. Where it cannot be opened so, it is its path alone.</summary>
/// <param name="path">The folder.</param>
internal sealed class OpenFolder(string path) : IDisposable
{
    // An entry as Linux lists it (linux_dirent64), on every architecture alike: inode, place, its length, what it is, its name up to a zero.
    private const int LengthOffset = 16, KindOffset = 18, NameOffset = 19;
    private const byte Unknown = 0, Folder = 4; // DT_UNKNOWN, DT_DIR
    private const int Room = 32 << 10; // for some hundred entries

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly int descriptor = SystemCalls.Opened(path, SystemCalls.AtOnce);

    public string Path { get; } = path;

    /// <summary>The system's number for it; null where it has none.</summary>
    public int? Descriptor => descriptor >= 0 ? descriptor : null;

    /// <summary>The names of what stands in it, in no order; a folder's ends in a slash, a link's does not, wherever it leads. It is listed once.</summary>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public List<string> Names() => Listed() ?? [.. new FileSystemEnumerable<string>(Path, NameOf, Everything)];

    /// <inheritdoc/>
    public void Dispose()
    {
        if (descriptor >= 0)
        {
            SystemCalls.Closed(descriptor);
        }
    }

    // The framework opens a folder once more and asks four times about each folder in it. Null where the system does not list it so, or does not say what an entry is.
    private List<string>? Listed()
    {
        if (descriptor < 0)
        {
            return null;
        }

        var names = new List<string>();
        var buffer = ArrayPool<byte>.Shared.Rent(Room);
        try
        {
            int read;
            while ((read = (int)SystemCalls.Listed(descriptor, buffer)) > 0)
            {
                for (var rest = buffer.AsSpan(0, read); rest.Length > 0; rest = rest[BitConverter.ToUInt16(rest[LengthOffset..])..])
                {
                    if (rest[KindOffset] == Unknown)
                    {
                        return null;
                    }

                    var name = rest[NameOffset..(NameOffset + rest[NameOffset..].IndexOf((byte)0))];
                    if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                    {
                        names.Add(rest[KindOffset] == Folder ? $"{Encoding.UTF8.GetString(name)}/" : Encoding.UTF8.GetString(name));
                    }
                }
            }

            return read == 0 ? names : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string NameOf(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? $"{entry.FileName}/" : entry.FileName.ToString();
}
