using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>The pages on which people file and decide, in the frame of the site.</summary>
/// <param name="site">The registry as it stands.</param>
/// <param name="desk">The counter.</param>
/// <param name="language">The language.</param>
/// <param name="word">The word that pages send back with whatever changes something.</param>
internal sealed class DeskPages(LiveSite site, Desk desk, Language language, string word)
{
    /// <summary>The script of these pages.</summary>
    public const string Script = "assets/desk.js";

    /// <summary>Their style, besides the site's.</summary>
    public const string Style = "assets/desk.css";

    private const string Requests = "desk/requests.html";

    private readonly DeskWaiting waiting = new(site, language);

    private string In(string zh, string en) => language == Language.Zh ? zh : en;

    /// <summary>What stands on the desk: the contracts, what was begun, what was handed in.</summary>
    public byte[] Overview()
    {
        var page = PageAt(SiteAddress.Desk, new("办理", "Desk"), Over().Above);
        var unread = site.Session.Loaded.Registry.Unread.Count;
        return Build(page, All(
            desk.Person is { } person ? Tag("p.note", In($"以 {person} 的名义提交。", $"Commits are made by {person}.")) : Alert(In("git 还不知道您是谁：先运行 git config --global user.name 和 user.email。", "Git does not know who you are: set user.name and user.email with git config first.")),
            unread == 0 ? null : Alert(In($"{unread} 个文件读不进来，没有计入；运行 ./opsreg check。", $"{unread} files cannot be read and are left out: run ./opsreg check.")),
            Section("contracts", In("合同", "Contracts"), Tag("ul.cards", site.Contents.Contracts.Select(contract => Tag(
                "li",
                page.Link(ContractAddress(contract.Name), contract.Result.Folder.Terms.Title.In(language)),
                Tag("span.under", contract.Name, In($" · 待采购人 {Waits(contract, Owner.Purchaser)} 项，待供应商 {Waits(contract, Owner.Vendor)} 项", $" · {Waits(contract, Owner.Purchaser)} wait for the purchaser, {Waits(contract, Owner.Vendor)} for the vendor")))))),
            DraftList(page, desk.Drafts.All()),
            RequestList(page, RequestBranches.Open(desk.Git))));
    }

    /// <summary>One contract's desk.</summary>
    /// <param name="request">The open request that what is filed next shall join; empty for one of its own.</param>
    public byte[]? Contract(string name, string request)
    {
        if (site.Contract(name) is not { } contract)
        {
            return null;
        }

        var page = PageAt(ContractAddress(name), contract.Result.Folder.Terms.Title, Over());
        var kinds = FieldByField.Kinds(site.Session.Workspace.Schemas());
        var folder = contract.Result.Folder;
        var fitting = kinds.Where(kind => Fits(folder, kind)).ToList();
        return Build(page, All(
            Post(name, folder),
            request.Length == 0 ? null : Tag("p.alert", In($"接着登记的，放进 {request}。", $"What is filed next joins {request}.")),
            waiting.List(page, contract),
            Section("file", In("登记", "File a record"), All(
                KindList(page, name, request, fitting.Where(kind => kind.Area == Area.Records)),
                Folded(In("其他种类", "other kinds"), KindList(page, name, request, kinds.Where(kind => kind.Area == Area.Records).Except(fitting))))),
            Section("claim", In("异议和更正", "Dispute and amend"), KindList(page, name, request, kinds.Where(kind => kind.Area == Area.Claims))),
            Section("decide", In("认定、决定、裁定、评分、结案", "Determine, decide, rule, judge, close"), All(KindList(page, name, request, kinds.Where(kind => kind.Area == Area.Decisions)), waiting.Seals(contract))),
            Section("excel", In("用 Excel 登记", "With Excel"), Tag(
                "form.drop",
                Tag("p", page.Link($"desk/{name}/form.xlsx", In("下载登记表", "download the form")), In("，填好拖到这里：有错的标在表里还给您，没有错的一并登记。", ", fill it in and drop it here: it comes back with what is wrong marked in its cells, or is filed whole.")),
                Tag("label", In("填好的登记表", "the filled-in form"), Tag("input").With("type", "file").With("accept", ".xlsx").With("name", "workbook")),
                Tag("p.said").With("role", "status")).With("data-import", name)),
            DraftList(page, desk.Drafts.All().Where(draft => draft.Contract == name).ToList()),
            RequestList(page, RequestBranches.Open(desk.Git))));
    }

    /// <summary>The form of a kind.</summary>
    /// <param name="asked">What the address says to begin with, by field; <c>draft</c> for one that was begun.</param>
    public byte[]? Form(string contract, string kindName, IReadOnlyDictionary<string, string> asked)
    {
        var draft = desk.Drafts.Find(asked.GetValueOrDefault("draft"));
        if (draft is not null && (draft.Contract != contract || draft.Kind != kindName))
        {
            return null;
        }

        var request = draft?.Request ?? asked.GetValueOrDefault("request") ?? "";
        var open = RequestBranches.Open(desk.Git).Where(one => one.IsOwn).ToList();
        request = open.Any(one => one.Name == request) ? request : "";
        if (site.Contract(contract) is null || Kinds.Hyphenated(kindName) is not { } kind)
        {
            return null;
        }

        var (registry, folder, schemas) = desk.Contract(desk.Basis(request), contract);
        if (!FieldByField.Kinds(schemas).Contains(kind))
        {
            return null;
        }

        var values = draft?.Values ?? Begun(kind, schemas, contract, asked);
        var fields = FieldByField.FieldsOf(schemas, kind).Where(part => part.Name != FieldByField.EvidenceKey).ToList();
        var form = new FormHtml(language, kind, new(schemas, registry, folder, language), values);
        var usual = folder.Resources.Where(one => one.Kind == kind).SelectMany(one => one.Spec.Node.Entries.Select(entry => entry.Key)).ToHashSet(StringComparer.Ordinal);
        var shown = fields.Where(part => part.IsRequired || usual.Contains(part.Name) || values.TryGetProperty(part.Name, out _)).ToList();
        var page = PageAt($"desk/{contract}/new/{kindName}.html", kind.Title, ContractPage(contract));
        return Build(page, Tag(
            "form.desk",
            Tag("section", All(shown.Select(form.Field)), fields.Except(shown).ToList() is { Count: > 0 } rest ? Folded(In("其他可填的", "more fields"), All(rest.Select(form.Field))) : null, Note(values)),
            FieldByField.FieldsOf(schemas, kind).Any(part => part.Name == FieldByField.EvidenceKey) ? Evidence() : null,
            Tag("section.effect", Tag("h2", In("交上去会怎样", "What it will do")), Tag("div").With("id", "effect").With("aria-live", "polite"), Folded(In("写成的文件", "the file"), Tag("pre").With("id", "yaml").With("tabindex", "0"))),
            Tag(
                "section.send",
                Tag("div.field", Tag("label", In("放进", "Put into")).With("for", "request"), Tag("select", Tag("option", In("新的合并请求", "a request of its own")).With("value", " "),
                    All(open.Select(one => Tag("option", $"{one.Name}：{one.Tip.Summary}").With("value", one.Name).With("selected", one.Name == request ? "" : null)))).With("id", "request")),
                Tag("p").With("id", "saved").With("role", "status"),
                Tag("button.primary", In("提交", "Hand in")).With("type", "submit"),
                Tag("button", In("丢弃草稿", "Discard")).With("type", "button").With("id", "discard")),
            Tag("section").With("id", "done").With("hidden", "").With("tabindex", "-1"))
            .With("novalidate", "")
            .With("data-kind", kindName)
            .With("data-contract", contract)
            .With("data-draft", draft?.Id ?? "")
            .With("data-version", (draft?.Version ?? 0).ToString(CultureInfo.InvariantCulture))
            .With("data-proofs", Json(draft?.Proofs ?? []))
            .With("data-roles", RolesJson())
            .With("data-dependent", string.Join(' ', FieldChoices.Dependent(kind)))
            .With("data-words", Words()));
    }

    /// <summary>The open requests.</summary>
    public byte[] RequestsPage()
    {
        var page = PageAt(Requests, new("合并请求", "Requests"), Over());
        return Build(page, RequestList(page, RequestBranches.Open(desk.Git)));
    }

    /// <summary>A request: its review, and what it changes side by side.</summary>
    public byte[]? Request(string commit)
    {
        if (RequestBranches.Open(desk.Git).FirstOrDefault(one => one.Tip.Id == commit) is not { } request)
        {
            return null;
        }

        var (document, files) = desk.Review(request);
        var page = PageAt($"desk/requests/{commit}.html", Text.Same(request.Tip.Summary), PageOf(Requests, new("合并请求", "Requests"), Over()));
        var main = RequestBranches.MainEnd(desk.Git)!;
        return Build(page, All(
            Tag("p.over", Tag("code", request.Name), " ", Tag("code", request.Tip.Short)),
            Section("review", In("审阅", "Review"), ReviewOn(page, document)),
            All(files.Select(file => Compared(page, file, main, request.Tip))),
            Section("merge", In("合并", "Merge"), Tag("p", In("合并在平台上做；没有平台的，在采购人的电脑上运行：", "Merging is done on the forge; without one, on the purchaser's computer: "), Tag("code", $"git merge --no-ff {request.Name}")))));
    }

    /// <summary>What a weighed draft says to the page.</summary>
    public JsonObject Answer(Weighed weighed, Draft draft)
    {
        var answer = new JsonObject
        {
            ["draft"] = draft.Id,
            ["version"] = draft.Version,
            ["name"] = weighed.File?.Name,
            ["path"] = weighed.File?.Path,
            ["yaml"] = weighed.File?.Text,
            ["ready"] = weighed.MayBeHandedIn,
            ["problems"] = new JsonArray([.. weighed.Problems.Select(Problem)]),
            ["proofs"] = JsonNode.Parse(Json(draft.Proofs)),
        };
        if (weighed.Review is { } review)
        {
            answer["moves"] = new JsonArray([.. review.Periods.Select(period => (JsonNode)Moves(period))]);
            answer["review"] = ReviewOn(PageAt(FormAddress(draft.Contract, Kinds.Hyphenated(draft.Kind)!), Text.Same(""), Over()), review).ToString();
        }

        return answer;
    }

    private static Html ReviewOn(PageContext page, ReviewDocument review) => new BlockHtml(page) { HeadingsBelow = 2 }.Inside(ReviewBlocks.For(review));

    /// <summary>The choices that depend on what is filled in, by field.</summary>
    public JsonObject Choices(Draft draft)
    {
        var kind = Kinds.Hyphenated(draft.Kind)!;
        var (registry, folder, schemas) = desk.Contract(desk.Basis(draft.Request), draft.Contract);
        var choices = new FieldChoices(schemas, registry, folder, language);
        var answer = new JsonObject();
        foreach (var part in FieldByField.FieldsOf(schemas, kind).Where(part => FieldChoices.Dependent(kind).Contains(part.Name, StringComparer.Ordinal)))
        {
            answer[part.Name] = new JsonArray([.. choices.List(kind, part, true, draft.Values).Select(option => new JsonArray(option.Value, option.Words == option.Value ? "" : option.Words))]);
        }

        return answer;
    }

    private JsonObject Problem(FieldProblem problem) => new()
    {
        ["field"] = problem.Field,
        ["severity"] = problem.Severity.Title().In(language),
        ["isError"] = problem.Severity == Loading.Severity.Error,
        ["isOpen"] = problem.Rule is null,
        ["rule"] = problem.Rule,
        ["message"] = problem.Message.In(language),
        ["help"] = problem.Help.In(language),
    };

    /// <summary>E.g. P4：−5 分，扣款 +254,500.00 元.</summary>
    private string Moves(ReviewedPeriod period)
    {
        var parts = new List<string>();
        if ((decimal?)period.PointsMoved is { } points && points != 0m)
        {
            parts.Add(In($"{Signed(new Value.Points(points, IsDifference: true))} 分", $"{Signed(new Value.Points(points, IsDifference: true))} points"));
        }

        if ((decimal?)period.YuanMoved is { } yuan && yuan != 0m)
        {
            parts.Add(In($"扣款 {Signed(new Value.Yuan(yuan, IsDifference: true))} 元", $"deduction {Signed(new Value.Yuan(yuan, IsDifference: true))} yuan"));
        }

        return $"{period.Period}{In("：", ": ")}{(parts.Count > 0 ? string.Join(In("，", ", "), parts) : In("得分或扣款的构成有变化", "points or yuan are made up differently"))}";
    }

    private string Signed(Value difference) => ValueText.Show(difference, language).Replace('-', '−');

    private Element Compared(PageContext page, FileChange file, CommitInfo main, CommitInfo tip)
    {
        var isText = file.Path.EndsWith(".yaml", StringComparison.Ordinal) || file.Path.EndsWith(".md", StringComparison.Ordinal);
        return Section("", VisibleText.Show(file.Path), isText
            ? Tag("div.beside", Side(In("原来", "before"), file.Before is null ? null : desk.Git.Read(main, file.Path)), Side(In("改为", "after"), file.After is null ? null : desk.Git.Read(tip, file.Path)))
            : file.After is null ? Tag("p.note", In("删去", "removed"))
            : Proof(page, file, tip));
    }

    private Html Proof(PageContext page, FileChange file, CommitInfo tip)
    {
        var address = $"desk/files/{tip.Id}/{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}";
        return All(
            Pictures.TypeOf(desk.Git.Read(tip, file.Path) ?? []) is null ? null : Tag("img.proof").With("src", page.ToShared(address)).With("alt", VisibleText.Show(file.Path)),
            Tag("p", Tag("a", In("下载", "download")).With("href", page.ToShared(address)).With("download", "")));
    }

    private Element Side(string title, byte[]? bytes) => Tag("div", Tag("h3", title), bytes is null ? Tag("p.empty", In("没有", "none")) : Tag("pre", Encoding.UTF8.GetString(bytes)).With("tabindex", "0"));

    private Html Post(string contract, ContractFolder folder)
    {
        var people = folder.Of<Person>().Select(person => person.Name).Order(StringComparer.Ordinal).ToList();
        var held = desk.Post(contract);
        return Tag(
            "form.post",
            Tag("label", In("我的岗位", "My post")).With("for", "post"),
            Tag("select", Tag("option", "—").With("value", " "), All(people.Select(name => Tag("option", name).With("value", name).With("selected", name == held ? "" : null)))).With("id", "post").With("data-post", contract),
            Tag("span.note", In("表里的经手人先填它；只记在本机。", "Forms begin with it; it stays on this computer.")));
    }

    private Html? DraftList(PageContext page, IReadOnlyList<Draft> drafts) => drafts.Count == 0 ? null : Section("drafts", In("草稿", "Drafts"), Tag("ul.cards", drafts.Select(draft => Tag(
        "li",
        Tag("a", Kinds.Hyphenated(draft.Kind)?.Title.In(language) ?? draft.Kind).With("href", page.To($"desk/{draft.Contract}/new/{draft.Kind}.html") + "?draft=" + draft.Id),
        Tag("span.under", string.Join(" · ", new[] { draft.Contract, InShort(draft), draft.SavedAt }.Where(part => part.Length > 0)))))));

    private static string InShort(Draft draft) => Kinds.Hyphenated(draft.Kind) is { } kind
        ? kind.InShort.Select(key => draft.Values.TryGetProperty(key, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null).FirstOrDefault(said => said is not null) ?? ""
        : "";

    private Html RequestList(PageContext page, IReadOnlyList<RequestBranch> requests) => Section("requests", In("待合并", "Open requests"), requests.Count == 0 ? Tag("p.empty", In("没有", "none")) : Tag("ul.cards", requests.Select(request => Tag(
        "li",
        page.Link($"desk/requests/{request.Tip.Id}.html", request.Tip.Summary.Length == 0 ? request.Name : VisibleText.Show(request.Tip.Summary)),
        Tag("span.under", $"{request.Name} · {Shown(BeijingTime.DateOf(request.Tip.CommittedAt))}")))));

    private Element KindList(PageContext page, string contract, string request, IEnumerable<Kind> kinds) => Tag("ul.kinds", kinds.Select(kind => Tag(
        "li", Tag("a", kind.Title.In(language)).With("href", page.To(FormAddress(contract, kind)) + (request.Length > 0 ? "?request=" + Uri.EscapeDataString(request) : "")))));

    private Html Note(JsonElement values) => Tag(
        "div.field",
        Tag("label", In("其他说明", "Note")).With("for", "f-note"),
        Tag("p.note", In("评审人应当知道的其他情况；不写姓名和电话。", "Anything else a reader should know; no names, no telephone numbers.")).With("id", "f-note-hint"),
        Tag("textarea", values.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.String ? note.GetString() : "").With("name", "note").With("id", "f-note").With("rows", "2").With("aria-describedby", "f-note-hint f-note-said"),
        Tag("p.said").With("id", "f-note-said")).With("data-field", "note");

    private Html Evidence() => Tag(
        "section.drop.field",
        Tag("h2", In("证明材料", "Evidence")),
        Tag("label", In("拖到这里，或选择文件（每个不超过 20 MB）", "Drop files here, or choose them (at most 20 MB each)"), Tag("input").With("type", "file").With("multiple", "").With("id", "files")),
        Tag("ul").With("id", "proofs"),
        Tag("p.said").With("id", "f-evidence-said").With("role", "status")).With("data-field", FieldByField.EvidenceKey).With("id", "f-evidence").With("tabindex", "-1");

    /// <summary>What a form begins with: now, today, the own post, and what its address says.</summary>
    private JsonElement Begun(Kind kind, SchemaSet schemas, string contract, IReadOnlyDictionary<string, string> asked)
    {
        var now = BeijingTime.Local(SystemClock.Instance.GetCurrentInstant());
        var begun = new JsonObject();
        foreach (var part in FieldByField.FieldsOf(schemas, kind))
        {
            if (asked.TryGetValue(part.Name, out var said))
            {
                begun[part.Name] = part.Shape == PartShape.List ? new JsonArray(said) : said;
            }
            else if (part is { Shape: PartShape.Moment, IsRequired: true } && kind.OccurredOn.Contains(part.Name, StringComparer.Ordinal))
            {
                begun[part.Name] = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Format(now);
            }
            else if (part is { Shape: PartShape.Day, IsRequired: true })
            {
                begun[part.Name] = Shown(now.Date);
            }
            else if (part is { Shape: PartShape.Text, IsRequired: true, References: nameof(Person) } && desk.Post(contract) is { Length: > 0 } post)
            {
                begun[part.Name] = post;
            }
        }

        return JsonDocument.Parse(begun.ToJsonString()).RootElement;
    }

    /// <summary>A kind that the contract asks for, or of which it has files already.</summary>
    private static bool Fits(ContractFolder folder, Kind kind) =>
        folder.Resources.Any(one => one.Kind == kind) || Governance.Obligations(folder).Any(duty => duty.FulfilledBy.Any(match => match.Kind == kind.Name));

    private int Waits(SiteContract contract, Owner owner) => site.Contents.Waiting.Items.Count(item => item.Contract == contract.Name && (item.For == owner || item.For == Owner.Both));

    private string Words() => new JsonObject
    {
        ["saved"] = In("草稿已保存", "draft saved"),
        ["saving"] = In("正在保存…", "saving…"),
        ["ready"] = In("可以提交", "may be handed in"),
        ["open"] = In("还须填写 # 项", "# to be filled in yet"),
        ["errors"] = In("须改正 # 处", "# to be mended"),
        ["nothing"] = In("得分与扣款没有变化", "points and yuan stay as they are"),
        ["moves"] = In("交上去以后：", "Once it is in: "),
        ["more"] = In("审阅全文", "the whole review"),
        ["done"] = In("已提交", "Handed in"),
        ["another"] = In("在同一个合并请求里再登记一条", "file another record in the same request"),
        ["back"] = In("回到合同", "back to the contract"),
        ["elsewhere"] = In("这份草稿在另一个窗口里改过，这里的没有保存。重新打开看那边的；仍用这里的，请再按一次提交。", "This draft was changed in another window; what stands here is not saved. Load the page again to see the other; or hand in once more to use this one."),
        ["failed"] = In("没有成功：", "That failed: "),
        ["tooLarge"] = In("太大，每个不超过 20 MB", "too large: at most 20 MB each"),
        ["remove"] = In("去掉", "remove"),
        ["role"] = In("用途", "what it is"),
        ["computing"] = In("正在计算…", "computing…"),
    }.ToJsonString();

    private string RolesJson() => new JsonArray([.. Kinds.EvidenceRoles.Select(role => new JsonArray(role.Key, role.Value.In(language)))]).ToJsonString();

    private static string Json(IReadOnlyList<DraftProof> proofs) => new JsonArray([.. proofs.Select(proof => new JsonObject { ["name"] = proof.Name, ["sha256"] = proof.Sha256, ["size"] = proof.Size, ["role"] = proof.Role })]).ToJsonString();

    internal static string Shown(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static string ContractAddress(string contract) => $"desk/{contract}/index.html";

    internal static string FormAddress(string contract, Kind kind) => $"desk/{contract}/new/{kind.KebabName}.html";

    internal static Element Section(string id, string title, Html content) => Tag("section", Tag("h2", title), content).With("id", id.Length > 0 ? id : null);

    private static Element Folded(string summary, Html content) => Tag("details", Tag("summary", summary), content);

    private static Element Alert(string words) => Tag("p.alert", words);

    private static Page Over() => PageOf(SiteAddress.Desk, new("办理", "Desk"), PageOf(SiteAddress.Overview, new("总览", "Overview"), null));

    private Page ContractPage(string contract) => PageOf(ContractAddress(contract), site.Contract(contract)!.Result.Folder.Terms.Title, Over());

    private static Page PageOf(string address, Text title, Page? above) => new(address, title, []) { Above = above };

    private PageContext PageAt(string address, Text title, Page? above) => new(site.Contents, site.Layout, new(PageOf(address, title, above), null), language);

    private byte[] Build(PageContext page, Html content) => Frame.Build(page, content, All(
        Tag("meta").With("name", "opsreg-word").With("content", word),
        Tag("link").With("rel", "stylesheet").With("href", page.ToShared(Style)),
        Tag("script").With("src", page.ToShared(Script)).With("defer", ""))).Bytes;
}
