using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>
/// A form by which people who never learned git file a record of one kind. Its questions come from the kind's schema, its choices from the registry;
/// the page that the forge shows and the reading of what it sends back are made from this one value.
/// </summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Fields">The questions in order.</param>
internal sealed record IntakeForm(Kind Kind, IReadOnlyList<FormField> Fields)
{
    /// <summary>The key of the question for the kind.</summary>
    public const string KindKey = "kind";

    /// <summary>The key of the question for the contract.</summary>
    public const string ContractKey = "contract";

    /// <summary>The key of the question for anything else that a reader should know.</summary>
    public const string NoteKey = "note";

    /// <summary>The label above the kind, by which a form is told from another.</summary>
    public const string KindLabel = "登记种类";

    private const string TimeHint = "北京时间，写作 2026-01-08 09:40。";
    private const string DateHint = "写作 2026-01-08。";

    /// <summary>The kinds that have a form.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Incident", "Inspection", "Training", "Drill"];

    /// <summary>Fields that no form asks for: the purchaser decides them, both parties agree on them, or they need a file beside the record.</summary>
    private static readonly HashSet<string> NotAsked = ["seriousImpact", "harmedAssessment", "pauses", "tierRaisedAt", "arrivals", "evidence"];

    /// <summary>What the form calls the kind: its only choice, which tells the forms apart in an issue.</summary>
    public FormOption KindOption => new(Kind.KebabName, Kind.Title.Zh);

    /// <summary>The question whose answer decides the record's year and month.</summary>
    public FormField Dated => Fields.First(question => question.IsRequired && question.Shape is AnswerShape.Date or AnswerShape.Time);

    /// <summary>The question of a key, or null.</summary>
    public FormField? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>Every form.</summary>
    public static IReadOnlyList<IntakeForm> All(Registry registry, SchemaSet schemas) => Kinds.Select(name => Build(Model.Kinds.Named(name)!, registry, schemas)).ToList();

    /// <summary>The form of a kind.</summary>
    /// <param name="registry">Gives the contracts, systems and levels to choose from.</param>
    public static IntakeForm Build(Kind kind, Registry registry, SchemaSet schemas)
    {
        IEnumerable<FormField> asked =
            from field in schemas.FieldsOf(kind.Name)
            where !NotAsked.Contains(field.Name)
            select Question(field, kind.Field(field.Name)!, registry);
        return new(kind,
        [
            new(KindKey, KindLabel, "不用改。", AnswerShape.Choice, true) { Options = [new(kind.KebabName, kind.Title.Zh)] },
            new(ContractKey, "合同", "本记录属于哪一份合同。", AnswerShape.Choice, true)
            {
                Options = registry.Contracts.Select(contract => new FormOption(contract.Name, contract.Terms.Title.Zh)).ToList(),
            },
            .. asked,
            new(NoteKey, "其他说明", "评审人应当知道的其他情况。不写姓名和电话。", AnswerShape.Paragraph, false),
        ]);
    }

    private static FormField Question(SchemaField field, SpecField bound, Registry registry)
    {
        var shape = ShapeOf(bound.Type, field);
        var options = bound.References == "System" ? SystemsOf(registry) : OptionsOf(field, registry);
        var form = options.Count == 0 ? shape : shape == AnswerShape.Names ? AnswerShape.Choices : AnswerShape.Choice;
        return new(field.Name, field.Title.Zh, HintOf(field, form), form, field.IsRequired) { Options = form == AnswerShape.Truth ? Answers.Truths : options };
    }

    private static List<FormOption> SystemsOf(Registry registry) =>
        (from contract in registry.Contracts
         from system in contract.Of<InformationSystem>()
         select new FormOption(system.Name, system.Spec.Title.Zh, contract.Name)).ToList();

    private static List<FormOption> OptionsOf(SchemaField field, Registry registry) => field.Name switch
    {
        "severity" =>
            (from contract in registry.Contracts
             from level in (contract.ServiceLevels?.Severities?.Levels ?? [])
             select new FormOption(level.Id, level.Title.Zh, contract.Name)).ToList(),
        _ => field.Allowed.Select(word => new FormOption(word, field.WordsFor(word))).ToList(),
    };

    private static string HintOf(SchemaField field, AnswerShape shape) => (shape switch
    {
        AnswerShape.Choice or AnswerShape.Choices when field.Allowed.Count > 0 => "",
        AnswerShape.Choices => "可选几个；只选本合同的。",
        AnswerShape.Choice => "只选本合同的；合同不分级就不选。",
        AnswerShape.Truth => field.Description.Zh.Replace("true：", "选“是”：", StringComparison.Ordinal),
        AnswerShape.Date => DateHint,
        AnswerShape.Time => (field.Description.Zh.Contains("+08:00", StringComparison.Ordinal) ? "" : field.Description.Zh) + TimeHint,
        AnswerShape.Stretches => field.Description.Zh + "一行一段，写作 2026-01-08 09:38 至 2026-01-08 10:12；没有就不写。",
        AnswerShape.Names => field.Description.Zh + field.ItemDescription.Zh + "几个之间用顿号分开。",
        AnswerShape.InspectedItems => "一行一项，写作“系统功能：正常”；异常的写作“磁盘空间：异常；建议：清理日志；结果：已清理；完成：2026-01-07”。",
        AnswerShape.Line or AnswerShape.Paragraph or AnswerShape.Number => field.Description.Zh,
    }).Trim();

    private static AnswerShape ShapeOf(Type type, SchemaField field)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(OffsetDateTime) ? AnswerShape.Time
            : plain == typeof(LocalDate) ? AnswerShape.Date
            : plain == typeof(bool) ? AnswerShape.Truth
            : plain == typeof(int) ? AnswerShape.Number
            : plain == typeof(IReadOnlyList<TimeSpanRecord>) ? AnswerShape.Stretches
            : plain == typeof(IReadOnlyList<InspectionItem>) ? AnswerShape.InspectedItems
            : plain == typeof(IReadOnlyList<Located<string>>) ? AnswerShape.Names
            : field.MaximumLength > 200 ? AnswerShape.Paragraph
            : AnswerShape.Line;
    }
}
