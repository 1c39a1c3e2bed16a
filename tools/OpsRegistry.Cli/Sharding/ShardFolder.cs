using OpsRegistry.Reporting.Shards;

namespace OpsRegistry.Cli.Sharding;

/// <summary>What parts gave, as files on disk: a document by itself, or a folder of files with the documents that say what they are.</summary>
internal static class ShardFolder
{
    /// <summary>Where a folder's documents stand below it.</summary>
    public const string Documents = ".opsreg-shard";

    /// <summary>Where the document of a part stands below the folder that its files were written into.</summary>
    public static string PathOf(ShardHead head) => string.Create(CultureInfo.InvariantCulture, $"{Documents}/{head.Number}-of-{head.Of}.json");

    /// <summary>The documents of a file or folder, each with the folder that its files stand in.</summary>
    /// <exception cref="ShardFault">There is none, or one is not whole.</exception>
    public static IReadOnlyList<(ShardDocument Document, string Folder)> Read(string path)
    {
        var files = Directory.Exists(Path.Combine(path, Documents)) ? Directory.GetFiles(Path.Combine(path, Documents), "*.json").Order(StringComparer.Ordinal).ToList()
            : File.Exists(path) ? [path]
            : throw new ShardFault(new($"“{path}”里没有任何一份的结果；写出 --shard 运行所得的文件或文件夹", $"'{path}' holds no part's output: name the files or folders that runs with --shard gave"));
        return files.Select(file => (ShardDocument.Read(File.ReadAllBytes(file)) ?? throw Unreadable(file), path)).ToList();
    }

    /// <summary>The documents of all parts of one run, in their order.</summary>
    /// <exception cref="ShardFault">They are of different runs, or one is missing or there twice.</exception>
    public static IReadOnlyList<(ShardDocument Document, string Folder)> ReadAll(IReadOnlyList<string> paths)
    {
        var all = paths.SelectMany(Read).OrderBy(one => one.Document.Shard.Number).ToList();
        var first = all[0].Document.Shard;
        foreach (var (document, folder) in all.Skip(1))
        {
            if (first.Mismatch(document.Shard) is { } why)
            {
                throw new ShardFault(new(
                    $"“{folder}”与“{all[0].Folder}”不是同一次运行的两份：{why.Zh}；在同一提交上用同样的选项重新运行各份",
                    $"'{folder}' and '{all[0].Folder}' are not parts of one run: {why.En}; run the parts again on one commit with the same options"));
            }
        }

        if (all.GroupBy(one => one.Document.Shard.Number).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ShardFault(new(
                $"第 {twice.Key}/{first.Of} 份给了 {twice.Count()} 次：{string.Join("、", twice.Select(one => one.Folder))}；只留一个",
                $"part {twice.Key}/{first.Of} is there {twice.Count()} times: {string.Join(", ", twice.Select(one => one.Folder))}; keep one"));
        }

        if (Enumerable.Range(1, first.Of).Except(all.Select(one => one.Document.Shard.Number)).ToList() is { Count: > 0 } missing)
        {
            throw new ShardFault(new(
                $"缺少第 {string.Join("、", missing)} 份（共 {first.Of} 份）；运行 ./opsreg {first.Verb} --shard {missing[0]}/{first.Of}",
                $"part {string.Join(", ", missing)} of {first.Of} is missing: run ./opsreg {first.Verb} --shard {missing[0]}/{first.Of}"));
        }

        return all;
    }

    /// <summary>The bytes of every file that the parts wrote, by path; each is read when it is asked for.</summary>
    /// <exception cref="ShardFault">A file is missing, or is not the one that was written.</exception>
    public static IEnumerable<(string Path, byte[] Bytes)> Files(IEnumerable<(ShardDocument Document, string Folder)> parts) =>
        from one in parts
        from part in one.Document.Parts
        from file in part.Written
        select (file.Path, Bytes(one.Folder, file));

    private static byte[] Bytes(string folder, ShardFile file)
    {
        var found = new FileInfo(Path.Combine(folder, file.Path));
        return WrittenFiles.IsInside(file.Path) && found is { Exists: true, LinkTarget: null } && File.ReadAllBytes(found.FullName) is var bytes && WrittenFiles.Digest(bytes) == file.Sha256
            ? bytes
            : throw Unreadable(found.FullName);
    }

    private static ShardFault Unreadable(string file) => new(
        new($"“{file}”缺失、不完整或被改过；重新运行那一份，或重新传来", $"'{file}' is missing, not whole or was changed: run its part again, or fetch it again"), ExitCode.InputOutput);
}
