using System.Text.Json;
using OpsRegistry.Intake;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>The pages on which people file and decide, in the frame of the site.</summary>
/// <param name="site">The registry as it stands.</param>
/// <param name="desk">The counter.</param>
/// <param name="word">The word that pages send back with whatever changes something.</param>
internal sealed class DeskPages(LiveSite site, Desk desk, Language language, string word) : DeskPage(site, language, word)
{
    private readonly DeskWaiting waiting = new(site, language);

    /// <summary>What stands on the desk: the contracts, what was begun, what was handed in.</summary>
    public byte[] Overview()
    {
        var page = PageAt(SiteAddress.Desk, new("办理", "Desk"), Over().Above);
        var unread = Site.Session.Loaded.Registry.Unread.Count;
        return Build(page, All(
            desk.Person is { } person ? Tag("p.note", In($"以 {person} 的名义提交。", $"Commits are made by {person}.")) : Alert(In("git 还不知道您是谁：先运行 git config --global user.name 和 user.email。", "Git does not know who you are: set user.name and user.email with git config first.")),
            unread == 0 ? null : Alert(In($"{unread} 个文件读不进来，没有计入；运行 ./opsreg check。", $"{unread} files cannot be read and are left out: run ./opsreg check.")),
            Section("contracts", In("合同", "Contracts"), Tag("ul.cards", Site.Contents.Contracts.Select(contract => Tag(
                "li",
                page.Link(ContractAddress(contract.Name), contract.Result.Folder.Terms.Title.In(Language)),
                Tag("span.under", contract.Name, In($" · 待采购人 {Waits(contract, Owner.Purchaser)} 项，待供应商 {Waits(contract, Owner.Vendor)} 项", $" · {Waits(contract, Owner.Purchaser)} wait for the purchaser, {Waits(contract, Owner.Vendor)} for the vendor")))))),
            DraftList(page, desk.Drafts.All()),
            RequestList(page, RequestBranches.Open(desk.Git))));
    }

    /// <summary>One contract's desk.</summary>
    /// <param name="request">The open request that what is filed next shall join; empty for one of its own.</param>
    public byte[]? Contract(string name, string request)
    {
        if (Site.Contract(name) is not { } contract)
        {
            return null;
        }

        var page = PageAt(ContractAddress(name), contract.Result.Folder.Terms.Title, Over());
        var kinds = FieldByField.Kinds(Site.Session.Workspace.Schemas());
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

    /// <summary>The open requests.</summary>
    public byte[] RequestsPage()
    {
        var page = PageAt(Requests, new("合并请求", "Requests"), Over());
        return Build(page, RequestList(page, RequestBranches.Open(desk.Git)));
    }

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
        Tag("a", Kinds.Hyphenated(draft.Kind)?.Title.In(Language) ?? draft.Kind).With("href", page.To($"desk/{draft.Contract}/new/{draft.Kind}.html") + "?draft=" + draft.Id),
        Tag("span.under", string.Join(" · ", new[] { draft.Contract, InShort(draft), draft.SavedAt }.Where(part => part.Length > 0)))))));

    private static string InShort(Draft draft) => Kinds.Hyphenated(draft.Kind) is { } kind
        ? kind.InShort.Select(key => draft.Values.TryGetProperty(key, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null).FirstOrDefault(said => said is not null) ?? ""
        : "";

    private Html RequestList(PageContext page, IReadOnlyList<RequestBranch> requests) => Section("requests", In("待合并", "Open requests"), requests.Count == 0 ? Tag("p.empty", In("没有", "none")) : Tag("ul.cards", requests.Select(request => Tag(
        "li",
        page.Link($"desk/requests/{request.Tip.Id}.html", request.Tip.Summary.Length == 0 ? request.Name : VisibleText.Show(request.Tip.Summary)),
        Tag("span.under", $"{request.Name} · {Shown(BeijingTime.DateOf(request.Tip.CommittedAt))}")))));

    private Element KindList(PageContext page, string contract, string request, IEnumerable<Kind> kinds) => Tag("ul.kinds", kinds.Select(kind => Tag(
        "li", Tag("a", kind.Title.In(Language)).With("href", page.To(FormAddress(contract, kind)) + (request.Length > 0 ? "?request=" + Uri.EscapeDataString(request) : "")))));

    /// <summary>A kind that the contract asks for, or of which it has files already.</summary>
    private static bool Fits(ContractFolder folder, Kind kind) =>
        folder.Resources.Any(one => one.Kind == kind) || Governance.Obligations(folder).Any(duty => duty.FulfilledBy.Any(match => match.Kind == kind.Name));

    private int Waits(SiteContract contract, Owner owner) => Site.Contents.Waiting.Items.Count(item => item.Contract == contract.Name && (item.For == owner || item.For == Owner.Both));
}
