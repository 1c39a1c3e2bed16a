using System.Text.Json;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Sealing;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Serving;

/// <summary>What a file that is being filled in comes to.</summary>
/// <param name="File">The file; null where the numbers of the year are used up.</param>
/// <param name="Problems">What is wrong, field by field, what is not filled in yet among them.</param>
/// <param name="Review">What handing it in would do to records, points and yuan; null while it is incomplete.</param>
/// <param name="Files">Everything that would be written, by path.</param>
internal sealed record Weighed(FilledFile? File, IReadOnlyList<FieldProblem> Problems, ReviewDocument? Review, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>True where nothing keeps it from being handed in.</summary>
    public bool MayBeHandedIn => File is { IsComplete: true } && Problems.All(problem => problem.Severity != Severity.Error);
}

/// <summary>
/// The counter behind the pages: it weighs what is filled in, and hands it in. Everything rests on commits, never on the work tree: on the end of the branch that the
/// parties merge into, or of the request that it joins. One question is answered at a time and with nothing kept open.
/// </summary>
/// <param name="workspace">The checkout, opened for this question.</param>
/// <param name="trees">The trees that are known already.</param>
internal sealed class Desk(Workspace workspace, Func<SchemaSet, TreeCache> trees)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private RequestBranches Branches => new(Git, workspace.Root);

    /// <summary>The repository.</summary>
    /// <exception cref="UsageException">There is none, or nothing was committed yet.</exception>
    public GitRepository Git => workspace.Repository is { Head: not null } git ? git : throw new UsageException(new(
        "登记库还没有提交：先运行 git init && git add -A && git commit -m \"Begin\"",
        "nothing is committed yet: run git init && git add -A && git commit -m \"Begin\" first"));

    /// <summary>The drafts of this clone.</summary>
    public DraftStore Drafts => new(Path.Combine(Git.Folder, "opsreg", "drafts"));

    /// <summary>Who signs commits, as git knows it; null for nobody.</summary>
    public string? Person => Branches.Identity() is { } identity ? $"{identity.Name} <{identity.Email}>" : null;

    /// <summary>The post that the person of this clone holds in a contract; empty until said.</summary>
    public string Post(string contract)
    {
        using var repository = new LibGit2Sharp.Repository(Git.Folder);
        return repository.Config.Get<string>($"opsreg.{contract}.post")?.Value ?? "";
    }

    /// <summary>Remembers the post, in the clone's own settings.</summary>
    public void Remember(string contract, string post)
    {
        using var repository = new LibGit2Sharp.Repository(Git.Folder);
        repository.Config.Set($"opsreg.{contract}.post", post);
    }

    /// <summary>The commit that something is laid over: the end of a request, or of the branch of the parties.</summary>
    public CommitInfo Basis(string request) => request.Length == 0
        ? RequestBranches.MainEnd(Git)!
        : RequestBranches.Open(Git).FirstOrDefault(branch => branch.IsOwn && branch.Name == request)?.Tip
            ?? throw new UsageException(new($"没有未合并的分支“{request}”", $"there is no open branch '{request}'"));

    /// <summary>The contract as a commit has it.</summary>
    /// <exception cref="UsageException">It has none of that name.</exception>
    public (Registry Registry, ContractFolder Folder, SchemaSet Schemas) Contract(CommitInfo basis, string contract)
    {
        var schemas = workspace.Schemas(basis);
        var registry = RegistryLoader.Load(SourceOf(basis).Only(new HashSet<string>(StringComparer.Ordinal) { contract }), schemas, trees(schemas)).Registry;
        return (registry, registry.ContractNamed(contract) ?? throw new UsageException(new($"没有合同“{contract}”", $"there is no contract '{contract}'")), schemas);
    }

    /// <summary>Weighs a draft.</summary>
    /// <param name="isWhole">Whether the review is made too, which takes longest.</param>
    public Weighed Weigh(Draft draft, bool isWhole)
    {
        var basis = Basis(draft.Request);
        var (registry, folder, schemas) = Contract(basis, draft.Contract);
        var kind = FieldByField.Kinds(schemas).FirstOrDefault(kind => kind.KebabName == draft.Kind) ?? throw new UsageException(new($"没有种类“{draft.Kind}”", $"there is no kind '{draft.Kind}'"));
        var today = BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        var taken = SourceOf(basis).Entries.Select(entry => entry.Path).Concat(RequestBranches.Pending(Git)).ToList();
        var form = new FieldByField(schemas, taken);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var first = form.Write(kind, draft.Contract, draft.Values, [], today);
        var proofs = first is null ? [] : Proofs(draft, registry, DayOf(first), files);
        var file = proofs.Count == 0 ? first : form.Write(kind, draft.Contract, draft.Values, proofs, today);
        if (file is null)
        {
            return new(null, [new("", Severity.Error, null, new("这一年的流水号用完了", "the numbers of the year are used up"), new("", ""))], null, files);
        }

        files[file.Path] = Utf8.GetBytes(file.Text);
        var problems = file.Problems.Concat(file.Missing).Concat(draft.Proofs.Where(proof => proof.Role.Length == 0).Select(WithoutRole)).ToList();
        if (!isWhole || problems.Count > 0)
        {
            return new(file, problems, null, files);
        }

        var (review, document) = Review(basis, files, schemas);
        problems.AddRange(review.Findings.New.Concat(review.Policy).Where(finding => finding.Rule.Severity == Severity.Error || (finding.Rule.Severity == Severity.Warning && finding.Place.Path == file.Path)).Select(file.At));
        return new(file, problems, document, files);
    }

    /// <summary>Hands a draft in: one commit on a branch, sent to the other side where there is one; then the draft is gone.</summary>
    /// <returns>What was weighed, and what became of it; null where something keeps it from being handed in.</returns>
    public async Task<(Weighed Weighed, HandedIn? Done)> HandIn(Draft draft, Language language)
    {
        var weighed = Weigh(draft, isWhole: true);
        if (!weighed.MayBeHandedIn)
        {
            return (weighed, null);
        }

        var file = weighed.File!;
        var title = file.Kind.IsNamedAfterKind ? RecordNames.Show(file.Name).In(language) : $"{file.Kind.Title.In(language)} {file.Name}";
        var body = weighed.Review is { } review ? ReviewComment.Write(review, null, language) : title;
        var done = await HandIn(draft.Request, $"{RequestBranches.Folder}{draft.Contract}-{file.Name}", title, body, weighed.Files);
        Drafts.Remove(draft.Id);
        return (weighed, done);
    }

    /// <summary>Reads a workbook that was filled in; where every row is sound and it is asked for, its records are handed in.</summary>
    public async Task<(ImportResult Result, byte[]? Answer, HandedIn? Done)> Import(byte[] workbook, string contract, string request, bool handIn)
    {
        var basis = Basis(request);
        var schemas = workspace.Schemas(basis);
        var context = new IntakeContext(SourceOf(basis), schemas, RequestBranches.Pending(Git)) { Year = BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant()).Year };
        var result = ImportResult.Read(context, workbook, contract, null);
        HandedIn? done = null;
        if (handIn && result.Files is [var first, ..] files)
        {
            done = await HandIn(
                request,
                $"{RequestBranches.Folder}{first.Contract}-{first.Name}",
                files.Count == 1 ? first.Name : FormattableString.Invariant($"{first.Name} + {files.Count - 1}"),
                string.Join('\n', files.Select(file => file.Path)),
                files.ToDictionary(file => file.Path, file => Utf8.GetBytes(file.Text), StringComparer.Ordinal));
        }

        return (result, AnnotatedForm.Write(workbook, result, done is not null), done);
    }

    /// <summary>A contract's forms as a workbook.</summary>
    public byte[] Form(string contract)
    {
        var basis = Basis("");
        var (registry, folder, schemas) = Contract(basis, contract);
        using var buffer = new MemoryStream();
        FormWorkbook.Write(buffer, folder, IntakeForm.All(registry, schemas), []);
        return buffer.ToArray();
    }

    /// <summary>Seals a period of the branch of the parties, as <c>opsreg seal</c> does, and hands the seal in.</summary>
    /// <exception cref="UsageException">Something stands in the way.</exception>
    public async Task<HandedIn> Seal(string contract, string period, Language language)
    {
        var basis = Basis("");
        var loaded = workspace.LoadAnew(basis);
        var folder = loaded.Registry.ContractNamed(contract) ?? throw new UsageException(new($"没有合同“{contract}”", $"there is no contract '{contract}'"));
        var result = ContractRunner.Run(folder, Calendars.For(loaded.Registry, folder.Terms.Purchaser), loaded.Registry.CutOffOf(folder));
        var shown = Session.Periods(result, period)[0];
        if (SealObstacle.Find(Checker.Check(loaded), folder, shown) is [var obstacle, ..])
        {
            throw new UsageException(new($"没有封存：{obstacle.Why.Zh}；{obstacle.Remedy.Zh}", $"not sealed: {obstacle.Why.En}; {obstacle.Remedy.En}"));
        }

        var seal = SealBuilder.Build(Git, basis, folder, shown, ToolVersion.Exact);
        var path = SealYaml.PathOf(contract, seal.Period);
        var title = new Text($"封存 {contract} {seal.Period}", $"Seal {contract} {seal.Period}").In(language);
        return await HandIn("", $"{RequestBranches.Folder}{contract}-seal-{seal.Period.ToLowerInvariant()}", title, title, new Dictionary<string, byte[]> { [path] = Utf8.GetBytes(SealYaml.Write(contract, seal)) });
    }

    /// <summary>The review of an open request.</summary>
    public (ReviewDocument Document, IReadOnlyList<FileChange> Files) Review(RequestBranch request)
    {
        var main = RequestBranches.MainEnd(Git)!;
        var schemas = workspace.Schemas(main);
        var files = Git.Changes(Git.MergeBase(main, request.Tip), request.Tip);
        var review = Reviewer.Review(new()
        {
            Base = SourceOf(main),
            Head = SourceOf(request.Tip),
            Files = files,
            Schemas = schemas,
            Trees = trees(schemas),
            MergedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        return (ReviewDocumentWriter.From(review, new(main.Id, request.Tip.Id)), files);
    }

    private IRegistrySource SourceOf(CommitInfo commit) => Git.SourceOf(commit);

    private (Review Review, ReviewDocument Document) Review(CommitInfo basis, IReadOnlyDictionary<string, byte[]> files, SchemaSet schemas)
    {
        var source = SourceOf(basis);
        var review = Reviewer.Review(new()
        {
            Base = source,
            Head = new EditedSource(source, files.ToDictionary(file => file.Key, file => (byte[]?)file.Value, StringComparer.Ordinal)),
            Files = files.Select(file => new FileChange(file.Key, Git.At(basis, file.Key), new(BlobId.Compute(file.Value), Sources.FileMode.Plain))).OrderBy(file => file.Path, StringComparer.Ordinal).ToList(),
            Schemas = schemas,
            Trees = trees(schemas),
            MergedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        return (review, ReviewDocumentWriter.From(review, new(basis.Id, basis.Id)));
    }

    private async Task<HandedIn> HandIn(string request, string branch, string title, string body, IReadOnlyDictionary<string, byte[]> files)
    {
        var (name, commit) = Branches.Commit(Basis(request), request.Length == 0 ? branch : request, request.Length == 0, title, files);
        return await Branches.Send(name, commit, title, body);
    }

    private static FieldProblem WithoutRole(DraftProof proof) => new(
        FieldByField.EvidenceKey, Severity.Error, null, new($"“{proof.Name}”是什么，还没有选", $"what '{proof.Name}' is has not been said"), new("在文件后面选用途", "choose it beside the file"));

    private List<YamlMapping> Proofs(Draft draft, Registry registry, LocalDate day, Dictionary<string, byte[]> files)
    {
        var shelf = new EvidenceShelf(draft.Contract, registry.EvidenceFiles);
        var named = new List<YamlMapping>();
        foreach (var proof in draft.Proofs)
        {
            if (Drafts.Read(draft, proof) is { } bytes)
            {
                var shelved = shelf.Take(new(proof.Name, bytes), day);
                named.Add(new() { { "role", proof.Role.Length == 0 ? "other" : proof.Role }, { "file", shelved.File }, { "sha256", shelved.Sha256 } });
                if (shelved.Bytes is not null)
                {
                    files[shelf.PathOf(shelved)] = shelved.Bytes;
                }
            }
        }

        return named;
    }

    // The month of a proof is that of its record's folder; of a file that has none, today's.
    private static LocalDate DayOf(FilledFile file) => file.Kind.MatchPath(file.Path)?.FirstDay ?? BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant());
}
