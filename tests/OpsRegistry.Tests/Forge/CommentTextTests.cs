using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsRegistry.Reporting.Reviews;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What stands in the comment, whatever the review's file says.</summary>
public sealed partial class CommentTextTests
{
    private const string Hostile = "@everyone #12 GH-12 $x$ <img src=https://evil.example/a.png> ![a](https://evil.example/b.png) [ok](javascript:alert) www.evil.example https://evil.example </details> | a `b` <!-- -->\n# heading\u202e";

    [Fact]
    public void Text_of_strangers_makes_no_mention_link_image_or_page()
    {
        var text = ReviewComment.Write(Sheet(json => Fill(json, Hostile, 3)), "https://forge.example/a/b/blob/1", Language.Zh);
        var outside = Code().Replace(text, "").Replace("&#58;", "", StringComparison.Ordinal);
        Assert.DoesNotMatch(Active(), OwnLink().Replace(OwnTag().Replace(outside, ""), ""));
        Assert.DoesNotContain('\u202e', text);
        Assert.Contains("＠everyone", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_of_any_review_fits_and_says_how_much_it_leaves_out()
    {
        var text = ReviewComment.Write(Sheet(json => Fill(json, new string('长', 420) + "`|", 100)), "https://forge.example/a/b/blob/1", Language.Zh);
        Assert.InRange(text.Length, 1, 65_000);
        Assert.Matches("另有 9[0-9] 项", text);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
        Assert.EndsWith("</sub>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_member_that_no_review_writes_is_not_used() => Assert.Null(Read(json => json["body"] = "# hello"));

    [Fact]
    public void A_file_with_errors_that_calls_itself_clean_is_not_used() => Assert.Null(Read(json =>
    {
        Fill(json, "x", 1);
        json["verdict"] = "clean";
    }));

    [Theory]
    [InlineData("head", "refs/heads/main")]
    [InlineData("verdict", "merged")]
    [InlineData("periods", null)]
    [InlineData("leftFindings", "many")]
    public void A_file_with_a_member_out_of_its_range_is_not_used(string name, string? value) => Assert.Null(Read(json => json[name] = value));

    [Fact]
    public void A_file_that_is_not_JSON_is_not_used()
    {
        Assert.Null(ReviewDocumentReader.Read("<html>"u8.ToArray(), out var problem));
        Assert.Equal("it is not what opsreg review --format json writes ($)", problem.En);
    }

    internal static JsonObject Empty() => new()
    {
        ["base"] = new string('b', 40),
        ["head"] = new string('a', 40),
        ["verdict"] = "refused",
        ["contracts"] = new JsonArray(),
        ["periods"] = new JsonArray(),
        ["facts"] = new JsonArray(),
        ["questions"] = new JsonArray(),
        ["waiting"] = new JsonArray(),
        ["policy"] = new JsonArray(),
        ["newFindings"] = new JsonArray(),
        ["fixedFindings"] = new JsonArray(),
        ["leftFindings"] = 0,
        ["notApplied"] = new JsonArray(),
        ["uncovered"] = new JsonArray(),
        ["resources"] = new JsonArray(),
        ["files"] = new JsonArray(),
    };

    private static ReviewDocument Sheet(Action<JsonObject> change) => Read(change)!;

    private static ReviewDocument? Read(Action<JsonObject> change)
    {
        var json = Empty();
        change(json);
        return ReviewDocumentReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), out _);
    }

    private static void Fill(JsonObject json, string text, int count)
    {
        JsonObject Words() => new() { ["zh"] = text, ["en"] = text };
        JsonArray Causes() => [new JsonObject { ["path"] = text, ["line"] = 1, ["fields"] = new JsonArray(text) }];
        JsonObject Result() => new() { ["score"] = "87", ["grade"] = text, ["gradeTitle"] = Words(), ["scored"] = true, ["amount"] = null, ["state"] = "final" };
        for (var index = 0; index < count; index++)
        {
            json["waiting"]!.AsArray().Add(new JsonObject
            {
                ["isNew"] = index % 2 == 0,
                ["item"] = new JsonObject
                {
                    ["contract"] = text,
                    ["period"] = text,
                    ["kind"] = "ruling",
                    ["for"] = "purchaser",
                    ["what"] = Words(),
                    ["day"] = null,
                    ["moves"] = new JsonObject { ["leastPoints"] = "-1", ["mostPoints"] = "0", ["leastYuan"] = null, ["mostYuan"] = null },
                    ["payable"] = null,
                    ["record"] = new JsonObject { ["path"] = text, ["line"] = 1, ["blob"] = text },
                    ["overdue"] = false,
                },
            });
            foreach (var list in new[] { "policy", "newFindings" })
            {
                json[list]!.AsArray().Add(new JsonObject
                {
                    ["rule"] = text,
                    ["name"] = text,
                    ["severity"] = index % 2 == 0 ? "error" : "warning",
                    ["path"] = text,
                    ["line"] = 1,
                    ["column"] = 1,
                    ["length"] = 1,
                    ["message"] = Words(),
                    ["help"] = Words(),
                    ["docs"] = text,
                    ["related"] = new JsonArray(),
                });
            }

            json["questions"]!.AsArray().Add(new JsonObject { ["kind"] = "judgement", ["words"] = Words(), ["path"] = text, ["line"] = 1 });
            json["facts"]!.AsArray().Add(new JsonObject { ["contract"] = text, ["period"] = text, ["name"] = text, ["title"] = Words(), ["clauses"] = new JsonArray(text), ["before"] = Words(), ["after"] = null });
            json["resources"]!.AsArray().Add(new JsonObject
            {
                ["path"] = text + index,
                ["line"] = 1,
                ["kind"] = text,
                ["name"] = text,
                ["contract"] = null,
                ["change"] = "changed",
                ["fields"] = new JsonArray(new JsonObject { ["field"] = text, ["line"] = 1, ["before"] = text, ["after"] = null }),
            });
            json["files"]!.AsArray().Add(text);
            json["notApplied"]!.AsArray().Add(text);
            json["uncovered"]!.AsArray().Add(Words());
            json["periods"]!.AsArray().Add(new JsonObject
            {
                ["contract"] = text,
                ["period"] = text,
                ["before"] = Result(),
                ["after"] = null,
                ["pointsMoved"] = null,
                ["yuanMoved"] = null,
                ["changesBand"] = true,
                ["points"] = new JsonArray(new JsonObject { ["indicator"] = text, ["deduction"] = text, ["moved"] = "-1", ["before"] = null, ["after"] = "1", ["clauses"] = new JsonArray(text), ["reason"] = Words(), ["causes"] = Causes() }),
                ["money"] = new JsonArray(new JsonObject { ["line"] = text, ["moved"] = "1", ["reason"] = Words(), ["causes"] = Causes() }),
            });
        }
    }

    // What Markdown or a forge makes something of, where no backslash stands before it.
    [GeneratedRegex(@"(?<!\\)[<\[]|@|#[0-9]|GH-[0-9]|\$|www\.|://|^# heading", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Active();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\\)</?(details|summary|sub)>", RegexOptions.CultureInvariant)]
    private static partial Regex OwnTag();

    [GeneratedRegex(@"(?<!\\)\[(\\.|[^\]\\])*\]\(https://forge\.example/a/b/blob/1/[A-Za-z0-9%./_-]*#L[0-9]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLink();
}
