using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>The page on which one record is filled in, and what it is told of it.</summary>
/// <param name="site">The registry as it stands.</param>
/// <param name="desk">The counter.</param>
/// <param name="word">The word that pages send back with whatever changes something.</param>
internal sealed class DeskFormPage(LiveSite site, Desk desk, Language language, string word) : DeskPage(site, language, word)
{
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
        if (Site.Contract(contract) is null || Kinds.Hyphenated(kindName) is not { } kind)
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
        var form = new FormHtml(Language, kind, new(schemas, registry, folder, Language), values);
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

    /// <summary>The choices that depend on what is filled in, by field.</summary>
    public JsonObject Choices(Draft draft)
    {
        var kind = Kinds.Hyphenated(draft.Kind)!;
        var (registry, folder, schemas) = desk.Contract(desk.Basis(draft.Request), draft.Contract);
        var choices = new FieldChoices(schemas, registry, folder, Language);
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
        ["severity"] = problem.Severity.Title().In(Language),
        ["isError"] = problem.Severity == Loading.Severity.Error,
        ["isOpen"] = problem.Rule is null,
        ["rule"] = problem.Rule,
        ["message"] = problem.Message.In(Language),
        ["help"] = problem.Help.In(Language),
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

    private string Signed(Value difference) => ValueText.Show(difference, Language).Replace('-', '−');

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

    private string RolesJson() => new JsonArray([.. Kinds.EvidenceRoles.Select(role => new JsonArray(role.Key, role.Value.In(Language)))]).ToJsonString();

    private static string Json(IReadOnlyList<DraftProof> proofs) => new JsonArray([.. proofs.Select(proof => new JsonObject { ["name"] = proof.Name, ["sha256"] = proof.Sha256, ["size"] = proof.Size, ["role"] = proof.Role })]).ToJsonString();
}
