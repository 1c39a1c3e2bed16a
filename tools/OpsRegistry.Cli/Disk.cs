namespace OpsRegistry.Cli;

/// <summary>What is done to a disk, step by step, so that each can be made to fail.</summary>
internal class Disk
{
    /// <summary>The computer's own.</summary>
    public static Disk Own { get; } = new();

    /// <summary>Begins a file, in the place of one that an earlier run left.</summary>
    public virtual FileStream Create(string path) => new(path, System.IO.FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);

    /// <summary>Waits until a file is on the disk.</summary>
    public virtual void Flush(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>Puts a file in the place of another.</summary>
    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>Takes a file away; one that is gone already is no fault.</summary>
    public virtual void Delete(string path) => File.Delete(path);
}
