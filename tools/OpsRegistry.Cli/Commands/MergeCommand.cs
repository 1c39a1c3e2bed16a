using System.CommandLine;
using OpsRegistry.Cli.Sharding;
using OpsRegistry.Reporting.Shards;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg merge</c>: joins what runs over parts of the contracts gave into what one run over all of them would have given.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var parts = new Argument<string[]>("shard-output")
        {
            Description = "各份的结果：check、score 写到标准输出的文件，publish、site 写的文件夹 / what the parts gave: files for check and score, folders for publish and site",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string?>("--format", "-f") { Description = "check 的输出格式；默认各份要求的 / the format of a check; by default what the parts were asked for" };
        format.AcceptOnlyFromAmong(CheckCommand.Formats);
        var output = new Option<string?>("--output", "-o") { Description = "报告、网站写入的文件夹；默认 reports、site / the folder for reports or site; reports or site by default", HelpName = "folder" };
        var command = new Verb(
            "merge",
            "合并各份（--shard）的结果，与一次算完的一字不差 / join what parts (--shard) gave into the same bytes as one run over all contracts",
            "./opsreg merge part-1.json part-2.json part-3.json part-4.json",
            "./opsreg merge parts/*.json --format sarif > findings.sarif",
            "./opsreg merge part-1 part-2 --output public")
        {
            Arguments = { parts },
            Options = { format, output },
        };
        command.SetAction(parse => Run(parse, ShardFolder.ReadAll(parse.GetValue(parts)!), parse.GetValue(format), parse.GetValue(output)));
        return command;
    }

    private static int Run(ParseResult parse, IReadOnlyList<(ShardDocument Document, string Folder)> parts, string? format, string? output)
    {
        var head = parts[0].Document.Shard;
        if (format is not null && head.Verb != "check")
        {
            throw new UsageException(new(
                $"--format 只用于 check；{head.Verb} 的格式由各份决定，用 {head.Verb} --shard … --format 重新运行",
                $"--format is for check alone: the parts of {head.Verb} have their format, run {head.Verb} --shard … --format again for another"));
        }

        var whole = ShardedRun.OpenWhole(parse);
        if (head.Mismatch(whole.Head(head)) is { } why)
        {
            var at = head.Commit is { } commit ? $" --at {commit}" : "";
            throw new ShardFault(new(
                $"这里的登记库不是各份所算的那一个：{why.Zh}；检出同一提交、用同一版本的工具再合并{(at.Length > 0 ? $"，或加上{at}" : "")}",
                $"the registry here is not the one that the parts are of: {why.En}; join them on the same commit with the same tool{(at.Length > 0 ? $", or add{at}" : "")}"));
        }

        var documents = parts.Select(part => part.Document).ToList();
        return head.Verb switch
        {
            "check" => CheckCommand.WriteJoined(parse, whole, documents, format),
            "score" => ScoreCommand.WriteJoined(parse, documents),
            "publish" => PublishCommand.WriteJoined(parse, whole, parts, output),
            "site" => SiteCommand.WriteJoined(parse, whole, parts, output),
            _ => throw ShardedRun.Torn(head),
        };
    }
}
