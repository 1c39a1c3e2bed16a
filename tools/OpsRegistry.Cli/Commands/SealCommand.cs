using System.CommandLine;
using OpsRegistry.Cli.Signing;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sealing;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg seal</c>: closes a period with a digest of everything that its result rests on.</summary>
internal static class SealCommand
{
    public static Command Create()
    {
        var contract = new Argument<string>("contract") { Description = "合同名 / the contract's name" };
        var period = new Argument<string>("period") { Description = "考核周期编号，如 P1 / assessment period, e.g. P1" };
        var asOf = GlobalOptions.AsOf();
        var key = new Option<string?>("--sign-key") { Description = "SSH 私钥文件，用它签署封存；公钥须在采购人的单位文件里 / SSH private key to sign with; the purchaser's file must have its public key", HelpName = "file" };
        var command = new Verb("seal", "封存一个考核周期：结果与依据的摘要 / close a period: its result and a digest of what it rests on",
            "./opsreg seal fujian-2023 P1", "./opsreg seal fujian-2023 P1 --sign-key ~/.ssh/id_ed25519")
        {
            Arguments = { contract, period },
            Options = { asOf, key },
        };
        command.SetAction(parse => Run(Session.Open(parse, parse.GetValue(contract)), parse.GetValue(contract)!, parse.GetValue(period)!, asOf, parse.GetValue(key)));
        return command;
    }

    private static int Run(Session session, string contract, string period, Option<string?> asOf, string? key)
    {
        _ = session.Contracts(contract);
        if (HistoryGuard.Refusal(session) is { } refusal)
        {
            return Refuse(session, ExitCode.CannotVerify, refusal.Why, refusal.Remedy);
        }

        if (session.Parse.GetValue(GlobalOptions.Provisional))
        {
            return Refuse(session, ExitCode.Findings, new("用了尚未公布的日历，数字只是暂定", "calendars without published notice make the figures provisional"), new("去掉 --provisional，等日历公布", "leave out --provisional and wait for the calendar's notice"));
        }

        if ((session.At ?? session.Workspace.CleanCommit()) is not { } commit)
        {
            return Refuse(session, ExitCode.Findings, new("工作目录有未提交的修改", "the work tree has changes that no commit holds"), new("先提交，或用 --at 指明一次提交", "commit them first, or name a commit with --at"));
        }

        return Seal(session, commit, contract, period, asOf, key);
    }

    private const int Steps = 4; // reading the commit, the result, the rules, the digest

    private static int Seal(Session session, CommitInfo commit, string contract, string period, Option<string?> asOf, string? key)
    {
        using var steps = Progress.Begin(session.Parse, session.Language, count: Steps);
        var loaded = session.Workspace.LoadAnew(commit);
        steps.Advance(contract);
        if (loaded.Registry.ContractNamed(contract) is not { } folder)
        {
            return Refuse(session, ExitCode.Findings, new($"提交 {commit.Short} 里没有合同“{contract}”", $"commit {commit.Short} has no contract '{contract}'"), new("先提交合同文件夹", "commit the contract's folder first"));
        }

        var result = session.Result(folder, session.AsOf(asOf, folder));
        if (session.ReportUncovered(result) is var uncovered && uncovered != ExitCode.Clean)
        {
            return uncovered;
        }

        steps.Advance(contract);
        var shown = Session.Periods(result, period)[0];
        var findings = Checker.Check(loaded);
        steps.Advance($"{contract} {shown.Period.Id}");
        if (SealObstacle.Find(findings, folder, shown) is [var obstacle, ..])
        {
            return Refuse(session, ExitCode.Findings, obstacle.Why, obstacle.Remedy);
        }

        try
        {
            var seal = SealBuilder.Build(session.Workspace.Repository!, commit, folder, shown, ToolVersion.Exact);
            return Write(session, contract, key is null ? seal : Signed(loaded.Registry, folder, seal, key));
        }
        catch (SigningException refusal)
        {
            session.Error.WriteLine($"opsreg: {refusal.Words.In(session.Language)}");
            return ExitCode.Findings;
        }
        catch (MissingObjectException missing)
        {
            return Refuse(session, ExitCode.CannotVerify, HistoryGuard.Missing(missing.Id), HistoryGuard.FetchAll);
        }
    }

    private static Seal Signed(Registry registry, ContractFolder folder, Seal seal, string file)
    {
        var key = SshKeys.PublicKeyOf(file);
        var day = BeijingTime.DateEndingAt(seal.AsOf.ToInstant());
        var purchaser = folder.Terms.Purchaser;
        var signer = registry.Of<Organization>().Where(party => party.Name == purchaser).SelectMany(party => party.Spec.SigningKeys)
            .FirstOrDefault(known => known.Key == key && known.MaySignOn(day)) ?? throw new SigningException(new(
                $"采购人“{purchaser}”的文件里没有这把公钥，或它在截止日不能签：先把公钥写进 ops-registry/parties/{purchaser}.yaml 的 signingKeys 并提交",
                $"the file of purchaser '{purchaser}' has no such key, or not for the cut-off day: add it to signingKeys of ops-registry/parties/{purchaser}.yaml and commit"));
        return seal with { Signature = new() { Signer = signer.Signer, Value = SshKeys.Sign(SealStatement.Write(folder.Name, seal), file) } };
    }

    private static int Write(Session session, string contract, Seal seal)
    {
        var path = SealYaml.PathOf(contract, seal.Period);
        FileSet.Create(session.Workspace.Root, [(path, Encoding.UTF8.GetBytes(SealYaml.Write(contract, seal)))]);
        session.Output.WriteLine(path);
        session.Output.WriteLine(new Text($"  涵盖 {seal.Files} 个文件，提交 {seal.Commit[..12]}", $"  covers {seal.Files} files of commit {seal.Commit[..12]}").In(session.Language));
        session.Output.WriteLine(new Text($"  摘要 {seal.Digest}", $"  digest {seal.Digest}").In(session.Language));
        session.Output.WriteLine((seal.Signature is { } signature
            ? new Text($"  签名人 {signature.Signer}", $"  signed by {signature.Signer}")
            : new Text("  未签名", "  not signed")).In(session.Language));
        return ExitCode.Clean;
    }

    private static int Refuse(Session session, int exit, Text why, Text remedy)
    {
        session.Error.WriteLine(new Text($"opsreg：没有封存：{why.Zh}；{remedy.Zh}", $"opsreg: not sealed: {why.En}; {remedy.En}").In(session.Language));
        return exit;
    }
}
