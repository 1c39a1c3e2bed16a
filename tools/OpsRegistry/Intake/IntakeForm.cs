using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Settling;

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

    /// <summary>The kinds whose form is a page of the forge too; every kind of record has one in the workbook.</summary>
    public static IReadOnlyList<string> OnForge { get; } = ["Incident", "Inspection", "Training", "Drill"];

    /// <summary>Fields that no form asks for: the purchaser finds them.</summary>
    private static readonly HashSet<string> NotAsked = ["seriousImpact", "harmedAssessment"];

    /// <summary>Fields that only workbooks ask for.</summary>
    private static readonly HashSet<string> Rare = ["pauses", "evidence", "tierRaisedAt", "signedBy"];

    /// <summary>What the form calls the kind: its only choice, which tells the forms apart in an issue.</summary>
    public FormOption KindOption => new(Kind.KebabName, Kind.Title.Zh);

    /// <summary>The questions of which the first that is answered decides the record's year and month.</summary>
    public IEnumerable<FormField> Dated => Kind.OccurredOn.Select(Field).OfType<FormField>();

    /// <summary>The question of a key, or null.</summary>
    public FormField? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>Every form, those of the forge first.</summary>
    public static IReadOnlyList<IntakeForm> All(Registry registry, SchemaSet schemas, HandedProofs? proofs = null) =>
        OnForge.Select(name => Kinds.Named(name)!).Union(Kinds.All.Where(kind => kind.Area == Area.Records && kind.IsNamedAfterKind))
            .Where(kind => schemas.FieldsOf(kind.Name).All(field => !field.IsRequired || IsAskable(kind.Field(field.Name)!.Type) || PartsOf(kind, field, schemas) is not null))
            .Select(kind => Build(kind, registry, schemas, proofs)).ToList();

    /// <summary>The forms that are pages of the forge.</summary>
    public static IReadOnlyList<IntakeForm> AllOnForge(Registry registry, SchemaSet schemas) => OnForge.Select(name => Build(Kinds.Named(name)!, registry, schemas)).ToList();

    /// <summary>The form of a kind.</summary>
    /// <param name="registry">Gives the contracts, systems and levels to choose from.</param>
    /// <param name="proofs">The files that were handed in; null for none.</param>
    public static IntakeForm Build(Kind kind, Registry registry, SchemaSet schemas, HandedProofs? proofs = null)
    {
        IEnumerable<FormField> asked =
            from field in schemas.FieldsOf(kind.Name)
            where !NotAsked.Contains(field.Name)
            let parts = PartsOf(kind, field, schemas)
            where parts is not null || IsAskable(kind.Field(field.Name)!.Type)
            let question = parts is null ? Question(kind, field, kind.Field(field.Name)!, registry) : LinesQuestion(parts, registry) ?? PartsQuestion(parts, registry)
            select question.Shape == AnswerShape.Proofs ? question with { Proofs = proofs ?? new([], registry.EvidenceFiles, default), WantedProofs = WantedProofs(kind, registry) } : question;
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

    private static Dictionary<string, IReadOnlyList<string>> WantedProofs(Kind kind, Registry registry) => registry.Contracts.ToDictionary(
        contract => contract.Name,
        contract => (IReadOnlyList<string>)Governance.Obligations(contract)
            .Where(duty => duty.FulfilledBy.Any(match => match.Kind == kind.Name)).SelectMany(duty => duty.Evidence).Distinct(StringComparer.Ordinal).ToList(),
        StringComparer.Ordinal);

    /// <summary>The list of parts that a field holds; null for any other field. A record of the kind is nothing without it, or each part can be told on a line.</summary>
    private static SchemaPart? PartsOf(Kind kind, SchemaField field, SchemaSet schemas) =>
        !IsAskable(kind.Field(field.Name)!.Type) && schemas.PartOf(kind.Name)?.Below("spec")?.Below(field.Name) is { Item.Shape: PartShape.Mapping } list
        && (field.IsRequired || list.Item.Parts.All(part => part.Item is not { Shape: PartShape.Mapping })) ? list : null;

    /// <summary>Parts told on lines; null for what a record is nothing without and a line does not tell.</summary>
    private static FormField? LinesQuestion(SchemaPart list, Registry registry)
    {
        if (list.Item!.Parts.Any(part => part.Item is { Shape: PartShape.Mapping }))
        {
            return null;
        }

        var parts = list.Item.Parts.Select(part => Question(part, registry)).ToList();
        return list.IsRequired && !PartLines.IsWordOnThing(parts) ? null
            : new(list.Name, list.Title.Zh, list.Description.Zh + PartLines.Form(parts).Zh + "。", AnswerShape.PartLines, list.IsRequired) { Parts = parts, IsRare = !list.IsRequired };
    }

    private static FormField PartsQuestion(SchemaPart list, Registry registry) => new(list.Name, list.Title.Zh, "", AnswerShape.Parts, list.IsRequired)
    {
        Parts = list.Item!.Parts.Select(part => part.Item is { Shape: PartShape.Mapping } ? PartsQuestion(part, registry) : Question(part, registry)).ToList(),
    };

    private static FormField Question(SchemaPart part, Registry registry)
    {
        var field = part.Asked;
        var named = part.References ?? part.Item?.References;
        var options = field.Allowed.Count > 0 ? field.Allowed.Select(word => new FormOption(word, field.WordsFor(word))).ToList() : named is null ? [] : FormOptions.Named(registry, named);
        return Question(field, ShapeOf(part, field), options, isOpen: field.Allowed.Count == 0, named, isPurchasers: false);
    }

    private static FormField Question(Kind kind, SchemaField field, SpecField bound, Registry registry)
    {
        var (options, isOpen) = FormOptions.List(kind, field, bound, registry);
        return Question(field, ShapeOf(bound.Type, field), options, isOpen, bound.References, bound.IsPurchasers);
    }

    private static FormField Question(SchemaField field, AnswerShape shape, IReadOnlyList<FormOption> options, bool isOpen, string? references, bool isPurchasers)
    {
        var form = options.Count == 0 ? shape
            : isOpen ? (shape == AnswerShape.Names ? AnswerShape.Names : AnswerShape.Name)
            : shape == AnswerShape.Names ? AnswerShape.Choices : AnswerShape.Choice;
        return new(field.Name, field.Title.Zh, HintOf(field, references, isPurchasers, form), form, field.IsRequired)
        {
            Options = form == AnswerShape.Truth ? Answers.Truths : options,
            IsOpen = isOpen,
            IsRare = Rare.Contains(field.Name),
        };
    }

    private static string HintOf(SchemaField field, string? references, bool isPurchasers, AnswerShape shape) => ((isPurchasers ? "由采购人决定。" : "") + shape switch
    {
        AnswerShape.Choice or AnswerShape.Choices when field.Allowed.Count > 0 => "",
        AnswerShape.Choices => "可选几个；只选本合同的。",
        AnswerShape.Choice => field.Name == "severity" ? "只选本合同的；合同不分级就不选。" : "只选本合同的。",
        AnswerShape.Truth => field.Description.Zh.Replace("true：", "选“是”：", StringComparison.Ordinal),
        AnswerShape.Date => DateHint,
        AnswerShape.Time => (field.Description.Zh.Contains("+08:00", StringComparison.Ordinal) ? "" : field.Description.Zh) + TimeHint,
        AnswerShape.Stretches => field.Description.Zh + "一行一段，写作 2026-01-08 09:38 至 2026-01-08 10:12；没有就不写。",
        AnswerShape.Names => field.Description.Zh + field.ItemDescription.Zh + "几个之间用顿号分开。",
        AnswerShape.Name => field.Description.Zh + (references is null && field.Titles.Count > 0 ? $"写中文也可以：{string.Join('、', field.Titles.Values.Select(title => title.Zh))}。" : "只写一个。"),
        AnswerShape.Days => field.Description.Zh + "写作 2026-01-01 至 2026-01-31；整月写作 2026-01。",
        AnswerShape.Parts or AnswerShape.PartLines => "",
        AnswerShape.Money => "人民币元，写作 20500 或 20500.00。",
        AnswerShape.Bilingual => "先中文，后英文，中间用“ / ”隔开，如 国庆保障 / National Day cover。",
        AnswerShape.Proofs => "随登记表一起交的文件，写文件名，几个之间用顿号分开；写明用途，如 报告：巡检报告.pdf、照片：1.jpg。",
        AnswerShape.Figure => "只写数，如 41.5。",
        AnswerShape.Line or AnswerShape.Paragraph or AnswerShape.Number => field.Description.Zh,
    }).Trim();

    /// <summary>True for what fits into one answer.</summary>
    private static bool IsAskable(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsEnum || plain == typeof(string) || plain == typeof(bool) || plain == typeof(int) || plain == typeof(decimal) || plain == typeof(Text) || plain == typeof(LocalDate) || plain == typeof(OffsetDateTime)
            || plain == typeof(IReadOnlyList<TimeSpanRecord>) || plain == typeof(IReadOnlyList<Evidence>) || plain == typeof(CoveredDays) || plain == typeof(IReadOnlyList<Located<string>>) || plain == typeof(IReadOnlyList<string>));

    private static AnswerShape ShapeOf(Type type, SchemaField field)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(OffsetDateTime) ? AnswerShape.Time
            : plain == typeof(LocalDate) ? AnswerShape.Date
            : plain == typeof(bool) ? AnswerShape.Truth
            : plain == typeof(int) ? AnswerShape.Number
            : plain == typeof(IReadOnlyList<TimeSpanRecord>) ? AnswerShape.Stretches
            : plain == typeof(IReadOnlyList<Located<string>>) || plain == typeof(IReadOnlyList<string>) ? AnswerShape.Names
            : plain == typeof(IReadOnlyList<Evidence>) ? AnswerShape.Proofs
            : plain == typeof(CoveredDays) ? AnswerShape.Days
            : plain == typeof(decimal) ? AnswerShape.Money
            : plain == typeof(Text) ? AnswerShape.Bilingual
            : field.MaximumLength > 200 ? AnswerShape.Paragraph
            : AnswerShape.Line;
    }

    private static AnswerShape ShapeOf(SchemaPart part, SchemaField field) => part.Shape switch
    {
        PartShape.Day => AnswerShape.Date,
        PartShape.Moment => AnswerShape.Time,
        PartShape.Truth => AnswerShape.Truth,
        PartShape.Integer or PartShape.Number => AnswerShape.Number,
        PartShape.List => AnswerShape.Names,
        PartShape.Text when part.IsFigure => AnswerShape.Figure,
        PartShape.Text or PartShape.Any or PartShape.Mapping => field.MaximumLength > 200 ? AnswerShape.Paragraph : AnswerShape.Line,
    };
}
