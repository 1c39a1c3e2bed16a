using System.CommandLine;
using System.Globalization;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Writing;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg evidence add</c>: files become proofs of a record: named, copied and hashed, and named in the record.</summary>
internal static class EvidenceCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Argument<string> Record = new("record") { Description = "记录的名称或路径 / the record's name or path" };
    private static readonly Argument<string[]> Files = new("file") { Description = "文件或文件夹，名称不限 / files or folders, whatever they are called", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Role = new("--role") { Description = "用途，如 报告、签到表、report / what they are to the record, such as report or attendanceSheet", HelpName = "role", Required = true };
    private static readonly Option<string?> Contract = new("--contract") { Description = "几个合同有同名记录时指明 / where contracts have records of one name", HelpName = "name" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只说要做什么 / say what would be done and write nothing" };

    public static Command Create()
    {
        var format = GlobalOptions.Format("text", "json");
        var add = new Verb(
            "add",
            "把文件作为证明材料：取名、复制、计算 SHA-256、写进记录 / make files proofs of a record: named, copied, hashed, written into the record",
            "./opsreg evidence add inspection-2026-0012 \"巡检报告 11月.pdf\" --role 报告",
            "./opsreg evidence add ops-registry/contracts/pingdingshan-2025/records/2026/11/training-2026-0003.yaml 签到表.jpg 照片/ --role attendanceSheet --dry-run")
        {
            Arguments = { Record, Files },
            Options = { Role, Contract, DryRun, format },
        };
        add.SetAction(parse => Add(Session.Open(parse), parse.GetValue(format) == "json"));
        return new Verb("evidence", "证明材料 / proofs of records", "./opsreg evidence add inspection-2026-0012 报告.pdf --role 报告") { add };
    }

    private static int Add(Session session, bool asJson)
    {
        var parse = session.Parse;
        var source = new WorkTreeSource(session.Workspace.Root);
        var record = RecordOf(session, source);
        var schemas = session.Workspace.Schemas();
        if (YamlReader.Read(source, record).Root is not { } root || YamlEdit.Open(Utf8.GetString(source.Read(record)!)) is not { } edit)
        {
            throw new UsageException(new($"“{record.Path}”读不进来，先改好：./opsreg check {record.Path}", $"'{record.Path}' cannot be read; mend it first: ./opsreg check {record.Path}"));
        }

        var kind = Kinds.Named((root["kind"] as ScalarNode)?.Text ?? "");
        if (kind is null || schemas.PartOf(kind.Name)?.Below("spec")?.Below("evidence") is null || ContractFolders.NameIn(record.Path) is not { } contract)
        {
            throw new UsageException(new($"“{record.Path}”这种文件不附证明材料", $"'{record.Path}' is of a kind that has no evidence"));
        }

        var role = EvidenceRole.Called(parse.GetValue(Role)!) ?? parse.GetValue(Role)!;
        var shelf = new EvidenceShelf(contract, session.Loaded.Registry.EvidenceFiles);
        var proofs = HandedIn(session).Select(file => (Given: file.Name, Proof: shelf.Take(file, DayOf(kind, record.Path)))).ToList();
        foreach (var (_, proof) in proofs)
        {
            Name(edit, role, proof);
        }

        var bytes = Utf8.GetBytes(edit.Text);
        var isDry = parse.GetValue(DryRun);
        if (!isDry)
        {
            using var set = FileSet.Open(session.Workspace.Root);
            foreach (var proof in proofs.Select(one => one.Proof).Where(proof => proof.Bytes is not null).DistinctBy(shelf.PathOf, StringComparer.Ordinal))
            {
                set.StageNew(shelf.PathOf(proof), proof.Bytes!);
            }

            set.Stage(record.Path, bytes);
            set.Commit();
        }

        var edits = proofs.Where(one => one.Proof.Bytes is not null).ToDictionary(one => shelf.PathOf(one.Proof), one => one.Proof.Bytes, StringComparer.Ordinal);
        edits[record.Path] = bytes;
        var found = SlicedChecker.Check(new EditedSource(source, edits), schemas, null).Findings.Where(finding => finding.Place.Path == record.Path).ToList();
        if (asJson)
        {
            JsonOutput.Write(session.Output, new AddedEvidence(record.Path, !isDry, proofs.Select(one => new AddedProof(one.Given, shelf.PathOf(one.Proof), role, one.Proof.Sha256, one.Proof.Bytes is null)).ToList(), found.Select(FindingEntry.From).ToList()), JsonOutput.Options);
        }
        else
        {
            foreach (var (given, proof) in proofs)
            {
                session.Output.WriteLine($"{given} → {shelf.PathOf(proof)}{(proof.Bytes is null ? new Text("（已有相同内容）", " (the same bytes are there already)").In(session.Language) : "")}");
                session.Output.WriteLine($"  sha256 {proof.Sha256}");
            }

            session.Output.WriteLine(record.Path);
            TextFindings.Write(session.Output, found, path => path == record.Path ? edit.Text.Split('\n') : null, session.Language);
        }

        return found.Any(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static IEnumerable<HandedFile> HandedIn(Session session) => session.Parse.GetValue(Files)!.SelectMany(path =>
    {
        var (files, refusal) = HandedFiles.Read(Path.GetFullPath(path), RegistryLoader.MaximumEvidenceBytes, unpacks: false);
        return refusal is { } why ? throw new UsageException(why)
            : files.Count == 0 ? throw new UsageException(new($"“{path}”里没有文件", $"there is no file in '{path}'"))
            : files;
    });

    private static void Name(YamlEdit edit, string role, ShelvedProof proof)
    {
        var count = 0;
        while (edit.Has(FormattableString.Invariant($"spec/evidence/{count}")))
        {
            if (edit.Scalar(FormattableString.Invariant($"spec/evidence/{count}/file")) == proof.File)
            {
                return;
            }

            count++;
        }

        var entry = new YamlMapping { { "role", role }, { "file", proof.File }, { "sha256", proof.Sha256 } };
        _ = count == 0 ? edit.Set("spec/evidence", new List<YamlMapping> { entry }) : edit.Set(FormattableString.Invariant($"spec/evidence/{count}"), entry);
    }

    private static SourceEntry RecordOf(Session session, WorkTreeSource source)
    {
        var asked = session.Parse.GetValue(Record)!;
        var contract = session.Parse.GetValue(Contract);
        var path = Path.GetRelativePath(session.Workspace.Root, Path.GetFullPath(asked)).Replace(Path.DirectorySeparatorChar, '/');
        var found = source.Entries.Where(entry =>
            entry.Path == asked || entry.Path == path ||
            (entry.Path.EndsWith($"/{asked}.yaml", StringComparison.Ordinal) && (contract is null || ContractFolders.NameIn(entry.Path) == contract))).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UsageException(new($"没有名为“{asked}”的记录", $"no record is called '{asked}'")),
            _ => throw new UsageException(new(
                $"有 {found.Count} 条记录名为“{asked}”，用 --contract 指明合同，或写出路径：{string.Join(" ", found.Select(entry => entry.Path))}",
                $"{found.Count} records are called '{asked}'; name the contract by --contract, or give the path: {string.Join(" ", found.Select(entry => entry.Path))}")),
        };
    }

    // A record's month is its folder; other files have theirs of today.
    private static LocalDate DayOf(Kind kind, string path) => kind.MatchPath(path)?.FirstDay ?? BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant());
}
