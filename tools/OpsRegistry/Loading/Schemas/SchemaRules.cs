namespace OpsRegistry.Loading.Schemas;

/// <summary>The rules of form: whether a record has the fields of its kind, each with a value of the right type, form and size.</summary>
internal static class SchemaRules
{
    /// <summary>
    /// A schema itself is not usable: not JSON, a keyword outside the list this product checks, a reference that leaves schemas/, a pattern that could be slow.
    /// A keyword that is silently passed over would let records through that its author meant to stop.
    /// </summary>
    public static readonly RuleInfo UnusableSchema = Error("OPS100", nameof(UnusableSchema), "模式文件不可用", "schema cannot be used");

    /// <summary>No schema is known for the file's apiVersion and kind, so nothing can be said about its content and nothing is counted from it.</summary>
    public static readonly RuleInfo UnknownKind = Error("OPS101", nameof(UnknownKind), "未知的资源类型", "unknown kind");

    /// <summary>A field that every record of the kind must have is absent. What is not written cannot be measured, and a default would be a guess about money.</summary>
    public static readonly RuleInfo MissingField = Error("OPS102", nameof(MissingField), "缺少必填字段", "missing field");

    /// <summary>A field is not one of the kind's. A misspelt optional field would otherwise be passed over, as if its author had said nothing.</summary>
    public static readonly RuleInfo UnknownField = Error("OPS103", nameof(UnknownField), "未知字段", "unknown field");

    /// <summary>A value is of another type than its field: text for a number, a single value for a list. Quotes matter: <c>'12'</c> is text, <c>12</c> a number.</summary>
    public static readonly RuleInfo WrongType = Error("OPS104", nameof(WrongType), "值的类型不对", "wrong type");

    /// <summary>A value is not among those that the field allows.</summary>
    public static readonly RuleInfo NotAllowedValue = Error("OPS105", nameof(NotAllowedValue), "值不在允许范围", "value is not allowed");

    /// <summary>A text does not have the form of its field: an identifier's spelling, a real calendar date, a time with its offset from UTC.</summary>
    public static readonly RuleInfo WrongFormat = Error("OPS106", nameof(WrongFormat), "格式不对", "wrong format");

    /// <summary>A number is smaller or larger than the field allows.</summary>
    public static readonly RuleInfo OutOfRange = Error("OPS107", nameof(OutOfRange), "数值超出范围", "number out of range");

    /// <summary>A list has too few, too many or equal items, or a text is too short or too long.</summary>
    public static readonly RuleInfo WrongCount = Error("OPS108", nameof(WrongCount), "数量或长度不对", "wrong count or length");

    /// <summary>
    /// A text goes on behind a blank and a number sign. YAML takes that for a comment: what follows is neither stored nor printed, and the record is read
    /// without it.
    /// </summary>
    public static readonly RuleInfo CommentInText = new("OPS110", nameof(CommentInText), new("文字被当作注释丢掉", "text lost as a comment"), Severity.Warning);

    /// <summary>A text was destroyed when a program read it in a wrong encoding. Nobody can read it any more, and what it said has to be written anew.</summary>
    public static readonly RuleInfo GarbledText = new("OPS111", nameof(GarbledText), new("文字是乱码", "garbled text"), Severity.Warning);

    /// <summary>Every schema rule, by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        UnusableSchema,
        UnknownKind,
        MissingField,
        UnknownField,
        WrongType,
        NotAllowedValue,
        WrongFormat,
        OutOfRange,
        WrongCount,
        CommentInText,
        GarbledText,
    ];

    private static RuleInfo Error(string id, string name, string zh, string en) => new(id, name, new Text(zh, en), Severity.Error) { KeepsFileOut = true };
}
