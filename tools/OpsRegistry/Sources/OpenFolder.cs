using System.Buffers;
using System.IO.Enumeration;
using System.Text.Unicode;

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

    /// <summary>The names of what stands in it; a folder's ends in a slash, a link's does not, wherever it leads. It is listed once.</summary>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public FolderNames Names()
    {
        var names = new FolderNames();
        if (!IsListed(names))
        {
            names.Clear();
            foreach (var name in new FileSystemEnumerable<(string Name, bool IsFolder)>(Path, NameOf, Everything))
            {
                names.Add(Encoding.UTF8.GetBytes(name.Name), name.IsFolder);
            }
        }

        names.Sort();
        return names;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (descriptor >= 0)
        {
            SystemCalls.Closed(descriptor);
        }
    }

    // The framework opens a folder once more and asks four times about each folder in it. False where the system does not list it so, or does not say what an entry is.
    private bool IsListed(FolderNames names)
    {
        if (descriptor < 0)
        {
            return false;
        }

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
                        return false;
                    }

                    var name = rest[NameOffset..(NameOffset + rest[NameOffset..].IndexOf((byte)0))];
                    if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                    {
                        names.Add(Utf8.IsValid(name) ? name : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(name)), rest[KindOffset] == Folder);
                    }
                }
            }

            return read == 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (string Name, bool IsFolder) NameOf(ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint));
}
