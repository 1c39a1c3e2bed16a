using System.CommandLine;
using OpsRegistry.Cli.Sharding;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg shard</c>: what a part of the contracts reads, so that a machine need hold no more of the repository than that.</summary>
internal static class ShardCommand
{
    public static Command Create()
    {
        var part = new Argument<string>("i/n") { Description = "哪一份 / which part" };
        var command = new Verb(
            "shard",
            "列出一份（--shard）要读的文件，供 git 稀疏检出 / list what a part (--shard) reads, for a sparse checkout",
            "./opsreg shard 2/4 --at HEAD | git sparse-checkout set --no-cone --stdin",
            "./opsreg shard 2/4")
        {
            Arguments = { part },
        };
        command.SetAction(parse =>
        {
            foreach (var pattern in ShardedRun.OpenPart(parse, parse.GetValue(part)!).Patterns())
            {
                parse.InvocationConfiguration.Output.WriteLine(pattern);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
