using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Reporting.Due;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Lists;
using OpsRegistry.Reporting.Reforms;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Scenarios;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reporting.Writing;

namespace OpsRegistry.Reporting.Json;

/// <summary>A JSON output: the record that is written, and where.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Type">The record.</param>
/// <param name="Title">What it is.</param>
/// <param name="Command">What writes it.</param>
internal sealed record JsonOutputKind(string Name, Type Type, Text Title, string Command);

/// <summary>The JSON Schema of every output, made from the record that is written; what each member means is its doc comment.</summary>
internal static class OutputSchemas
{
    /// <summary>Where they stand, from the repository's root.</summary>
    public const string Folder = "docs/outputs";

    private static readonly JsonSerializerOptions Closed = new(JsonOutput.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The outputs by name. SARIF has the standard's own schema.</summary>
    public static IReadOnlyList<JsonOutputKind> All { get; } =
    [
        new("accounts", typeof(IReadOnlyList<AccountEntry>), new("合同结算", "contracts' accounts"), "settle --format json"),
        new("assessment", typeof(AssessmentEntry), new("一期的考核结果", "a period's result"), "score <contract> --period <period> --format json · reports/<contract>/<period>/assessment.json"),
        new("assessments", typeof(IReadOnlyList<AssessmentEntry>), new("各期的考核结果", "the results of periods"), "score --format json"),
        new("clock-deadline", typeof(DeadlineEntry), new("到期时间", "by when a limit is due"), "clock deadline --format json"),
        new("clock-elapsed", typeof(ElapsedEntry), new("经过的时间", "how much time went by"), "clock elapsed --format json"),
        new("coverage", typeof(IReadOnlyList<CoverageDocument>), new("条款覆盖", "how far source documents are modelled"), "coverage --format json"),
        new("due", typeof(DueEntries), new("到期与逾期事项", "what is due and overdue"), "due --format json"),
        new("evidence", typeof(AddedEvidence), new("附上的证明材料", "files that became proofs"), "evidence add --format json"),
        new("explain", typeof(IReadOnlyList<ProofEntry>), new("从扣款到记录行的证明", "proofs from yuan down to the lines of records"), "explain <contract> --format json"),
        new("explain-record", typeof(IReadOnlyList<RecordProofEntry>), new("一条记录的计时、级别与扣分", "a record's clocks, level and deductions"), "explain <record> --format json"),
        new("findings", typeof(FindingList), new("发现的问题", "what is wrong"), "check --format json · verify --format json"),
        new("fix", typeof(MendedFindings), new("改正的问题", "what was mended"), "fix --format json"),
        new("import", typeof(ImportDocument), new("登记表登记的结果", "what became of a filled-in form"), "import <file> --format json"),
        new("list", typeof(IReadOnlyList<ListedResource>), new("一类文件", "the files of a kind"), "list <kind> --format json"),
        new("new", typeof(NewFileEntry), new("新建的文件", "a file that was begun"), "new --format json"),
        new("reform", typeof(IReadOnlyList<ReformEntry>), new("按草案重新评分的结果", "past periods scored again with a draft"), "reform --with <draft> --format json"),
        new("review", typeof(ReviewDocument), new("变更的审查结果", "what a change does"), "review --format json · review.json"),
        new("shard", typeof(Shards.ShardDocument), new("一份分片的结果", "what a part of the contracts gave"), "check --shard <i/n> · score --shard <i/n> · publish --shard <i/n> · site --shard <i/n>"),
        new("sla", typeof(IReadOnlyList<LevelEntry>), new("服务级别达成情况", "how limits were kept"), "sla --format json"),
        new("staff", typeof(IReadOnlyList<ContractStaffing>), new("岗位与人员", "posts and who held them"), "staff --format json"),
        new("test", typeof(IReadOnlyList<ScenarioEntry>), new("情形的演算结果", "what became of scenarios"), "test --format json"),
        new("waiting", typeof(WaitingEntries), new("待办", "what waits for whom"), "waiting --format json"),
    ];

    /// <summary>The files: a schema for each output, and the page that lists them.</summary>
    /// <param name="documentation">The library's XML documentation file.</param>
    public static IReadOnlyDictionary<string, string> Files(string documentation)
    {
        var comments = DocComments.Members(documentation);
        var files = All.ToDictionary(
            output => $"{Folder}/{output.Name}.schema.json",
            output => SchemaOf(output, comments).ToJsonString(JsonOutput.Options) + "\n",
            StringComparer.Ordinal);
        files[$"{Folder}/README.md"] = Index();
        return files;
    }

    private static JsonObject SchemaOf(JsonOutputKind output, IReadOnlyDictionary<string, string> comments)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = $"{output.Title.Zh} / {output.Title.En}" };
        var made = Closed.GetJsonSchemaAsNode(output.Type, new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Described(context, node, comments) }).AsObject();
        foreach (var (name, value) in made.ToList())
        {
            made.Remove(name);
            schema[name] = value;
        }

        return schema;
    }

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode node, IReadOnlyDictionary<string, string> comments)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = PatternOf(type) is { } pattern ? OfString(pattern, context) : node as JsonObject;
        if (schema is null)
        {
            return node;
        }

        foreach (var property in context.TypeInfo.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) == true))
        {
            (schema["required"] as JsonArray)?.RemoveAll(name => name!.GetValue<string>() == property.Name);
        }

        var member = context.PropertyInfo is { } own ? $"{own.DeclaringType.FullName}.{own.AttributeProvider switch { System.Reflection.MemberInfo info => info.Name, _ => own.Name }}" : null;
        if ((member is null ? null : comments.GetValueOrDefault(member)) is { } words || comments.TryGetValue(type.FullName ?? "", out words))
        {
            schema.Insert(0, "description", words);
        }

        return schema;
    }

    private static JsonObject OfString(string pattern, JsonSchemaExporterContext context)
    {
        var isNullable = Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null;
        return new() { ["type"] = isNullable ? new JsonArray("string", "null") : "string", ["pattern"] = pattern };
    }

    private static string? PatternOf(Type type) =>
        typeof(NodaTime.Instant) == type ? new MomentJson().Pattern
        : typeof(NodaTime.LocalDate) == type ? new DayJson().Pattern
        : typeof(Exact) == type ? new ExactJson().Pattern
        : typeof(TwoPlaces) == type ? new TwoPlacesJson().Pattern
        : null;

    private static string Index() => """
        <!-- generated by `./opsreg docs`; do not edit -->
        # JSON 输出的模式 / Schemas of the JSON outputs

        键名是英文，长期不变；小数是字符串，未定的为 null，时间带 +08:00。SARIF 用其标准自己的模式。

        Keys are English and stable; exact decimals are strings, what is undetermined is null, times carry +08:00. SARIF has its standard's own schema.

        | 内容 | what | 命令 / written by | 模式 / schema |
        |---|---|---|---|

        """ + string.Concat(All.Select(output => $"| {output.Title.Zh} | {output.Title.En} | {string.Join(" · ", output.Command.Split(" · ").Select(command => $"`{command}`"))} | [{output.Name}.schema.json]({output.Name}.schema.json) |\n"));
}
