using System.Buffers;

namespace OpsRegistry.Sources;

/// <summary>All bytes of a file at once. Whoever writes it meanwhile is not kept from it: an office program holds its files open.</summary>
internal static class WholeFile
{
    private const long Largest = 1 << 20; // of what is read into a buffer that stays; records have a thousand bytes

    /// <summary>Reads a file.</summary>
    /// <param name="size">How long it was when it was listed; it may have another length since.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static byte[] Read(string path, long size) => Asked(path, size) ?? ByFramework(path);

    // In as few calls of the system as there can be: open, read, close. The framework makes twice as many, and objects that are to be finalized.
    // Null where that did not do: the file cannot be opened so, has another length than it had, or is large.
    private static byte[]? Asked(string path, long size)
    {
        if (size > Largest || SystemCalls.Opened(path, flags: 0) is not (>= 0 and var descriptor))
        {
            return null;
        }

        // A byte more than there should be, so that one call tells whether there is more.
        var buffer = ArrayPool<byte>.Shared.Rent((int)size + 1);
        try
        {
            var read = (int)SystemCalls.Next(descriptor, buffer);
            return read == size ? buffer[..read] : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            SystemCalls.Closed(descriptor);
        }
    }

    private static byte[] ByFramework(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(file)];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more)
        {
            read += more;
        }

        return read == bytes.Length ? bytes : bytes[..read];
    }
}
