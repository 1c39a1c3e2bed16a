using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpsRegistry.Cli.Serving.Pages;
using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using static OpsRegistry.Cli.Serving.Wire;

namespace OpsRegistry.Cli.Serving;

/// <summary>What a page of the desk asks to be done: saved, weighed, handed in, sealed, read from a workbook.</summary>
/// <param name="page">The page that says what came of it.</param>
/// <param name="answers">Where workbooks that go back marked are kept.</param>
/// <param name="language">The language of the page.</param>
internal sealed class DeskActions(Desk desk, DeskFormPage page, MarkedWorkbooks answers, Language language)
{
    /// <summary>Does what a request asks for, and answers it.</summary>
    public async Task Do(HttpContext http)
    {
        switch (http.Request.Path.Value)
        {
            case "/desk/api/check":
                await Check(http, isWhole: false);
                break;
            case "/desk/api/effect":
                await Check(http, isWhole: true);
                break;
            case "/desk/api/evidence":
                await TakeEvidence(http);
                break;
            case "/desk/api/discard":
                desk.Drafts.Remove(TextIn(await Question(http), "draft"));
                await Answer(http, []);
                break;
            case "/desk/api/post":
                var said = await Question(http);
                desk.Remember(ContractIn(said), TextIn(said, "post") is var post && post.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? post : "");
                await Answer(http, []);
                break;
            case "/desk/api/submit":
                await HandIn(http);
                break;
            case "/desk/api/seal":
                var asked = await Question(http);
                await Answer(http, Told(await desk.Seal(ContractIn(asked), TextIn(asked, "period"), language)));
                break;
            case "/desk/api/import":
                await Import(http);
                break;
            default:
                await Refuse(http, StatusCodes.Status404NotFound, new Text("没有这一项", "there is no such thing").In(language));
                break;
        }
    }

    private async Task Check(HttpContext http, bool isWhole)
    {
        if (await Saved(http) is not { } draft)
        {
            return;
        }

        var answer = page.Answer(desk.Weigh(draft, isWhole), draft);
        answer["choices"] = page.Choices(draft);
        await Answer(http, answer);
    }

    private async Task HandIn(HttpContext http)
    {
        if (await Saved(http) is not { } draft)
        {
            return;
        }

        var (weighed, done) = await desk.HandIn(draft, language);
        var answer = page.Answer(weighed, draft);
        if (done is not null)
        {
            answer["done"] = Told(done);
        }

        await Answer(http, answer);
    }

    /// <summary>Saves what a page says of a draft; where somebody else has saved a later version it is told so.</summary>
    private async Task<Draft?> Saved(HttpContext http)
    {
        var question = await Question(http);
        var id = TextIn(question, "draft") is { Length: > 0 } given ? given : DraftStore.NewId();
        if (!DraftStore.IsId(id))
        {
            throw new JsonException();
        }

        var draft = new Draft(
            id,
            question["version"] is JsonValue version && version.TryGetValue<int>(out var seen) ? seen : 0,
            TextIn(question, "kind"),
            ContractIn(question),
            TextIn(question, "request"),
            "",
            JsonDocument.Parse((question["values"] as JsonObject ?? []).ToJsonString()).RootElement,
            (question["proofs"] as JsonArray ?? []).OfType<JsonObject>().Select(proof => new DraftProof("", TextIn(proof, "sha256"), 0, TextIn(proof, "role"))).DistinctBy(proof => proof.Sha256).ToList());
        _ = Kinds.Hyphenated(draft.Kind) ?? throw new JsonException();
        if (desk.Drafts.Save(draft) is { } saved)
        {
            return saved;
        }

        http.Response.StatusCode = StatusCodes.Status409Conflict;
        await Answer(http, new() { ["version"] = desk.Drafts.Find(id)?.Version ?? 0 });
        return null;
    }

    private async Task TakeEvidence(HttpContext http)
    {
        var bytes = await Body(http, RegistryLoader.MaximumEvidenceBytes);
        var name = http.Request.Query["name"].ToString();
        if (bytes.Length == 0 || name.Length == 0 || desk.Drafts.Add(http.Request.Query["draft"].ToString(), name, bytes) is not { } draft)
        {
            throw new UsageException(new("文件是空的，或草稿已经交了，或证据太多", "the file is empty, or the draft was handed in, or there are too many proofs"));
        }

        await Answer(http, page.Answer(desk.Weigh(draft, isWhole: false), draft));
    }

    private async Task Import(HttpContext http)
    {
        var bytes = await Body(http, FilledWorkbook.MaximumBytes);
        var (result, workbook, done) = await desk.Import(bytes, http.Request.Query["contract"].ToString(), http.Request.Query["request"].ToString(), handIn: true);
        var answer = new JsonObject
        {
            ["refused"] = result.IsRefused,
            ["said"] = ImportWords.Whole(result, done is not null).In(language),
            ["problems"] = new JsonArray([.. result.Complaints.Concat(result.Remarks).Take(50).Select(one => (JsonNode)$"{one.At} {one.Problem.Label} {one.Problem.Message.In(language)} {one.Problem.Help.In(language)}")]),
        };
        if (workbook is not null)
        {
            answer["answer"] = $"/desk/answers/{answers.Add(workbook)}.xlsx";
        }

        if (done is not null)
        {
            answer["done"] = Told(done);
        }

        await Answer(http, answer);
    }

    private JsonObject Told(HandedIn done) => new()
    {
        ["branch"] = done.Branch,
        ["commit"] = done.Commit,
        ["address"] = done.Address,
        ["next"] = done.Next.In(language),
    };

    private static string ContractIn(JsonObject question) => TextIn(question, "contract") is { Length: > 0 and <= 80 } name && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? name : throw new JsonException();
}
