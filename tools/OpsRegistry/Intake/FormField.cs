namespace OpsRegistry.Intake;

/// <summary>One question of a form.</summary>
/// <param name="Key">The field under <c>spec:</c> that the answer becomes, or one of <see cref="IntakeForm"/>'s own keys.</param>
/// <param name="Label">What stands above the answer, in the form and in the issue that it makes.</param>
/// <param name="Hint">What is meant and how it is written.</param>
/// <param name="Shape">How the answer is given and read.</param>
/// <param name="IsRequired">True where the form may not be sent without it.</param>
internal sealed record FormField(string Key, string Label, string Hint, AnswerShape Shape, bool IsRequired)
{
    /// <summary>What may be picked; empty where the answer is written.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>True where something else than the options may stand there too: they are what is usual.</summary>
    public bool IsOpen { get; init; }

    /// <summary>For parts, in rows or on lines: the questions of one part.</summary>
    public IReadOnlyList<FormField> Parts { get; init; } = [];

    /// <summary>For proofs: the files that an answer may name.</summary>
    public HandedProofs? Proofs { get; init; }

    /// <summary>For proofs: what a contract asks to be proved of such a record, by contract; what a file is to the record where there is but one and the answer does not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> WantedProofs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>True where only workbooks ask: most records do without it, and a page that asks everything is not filled in.</summary>
    public bool IsRare { get; init; }
}

/// <summary>Something that may be picked.</summary>
/// <param name="Value">What stands in the record.</param>
/// <param name="Words">What people call it.</param>
/// <param name="Contract">The contract that it belongs to; null where it belongs to all.</param>
internal sealed record FormOption(string Value, string Words, string? Contract = null)
{
    /// <summary>As the form shows it and the issue repeats it. Free of the comma and blank that part several picks in an issue.</summary>
    public string Shown { get; } =
        ((Contract is null ? "" : Contract + "：") + (Words == Value ? Value : $"{Words}（{Value}）")).Replace(", ", "，", StringComparison.Ordinal);
}

/// <summary>How an answer is given and read.</summary>
internal enum AnswerShape
{
    /// <summary>A few words on one line.</summary>
    Line,

    /// <summary>Words on several lines.</summary>
    Paragraph,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number, perhaps with decimals.</summary>
    Figure,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    Choices,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time in Beijing.</summary>
    Time,

    /// <summary>Stretches of time, one a line.</summary>
    Stretches,

    /// <summary>Names or role codes, parted by commas, blanks or lines.</summary>
    Names,

    /// <summary>One name, role code or word.</summary>
    Name,

    /// <summary>Yuan.</summary>
    Money,

    /// <summary>A few words in Chinese and in English.</summary>
    Bilingual,

    /// <summary>Parts that a record may do without, one a line with the names of what is told of it.</summary>
    PartLines,

    /// <summary>Files that are handed in beside the form, each perhaps with what it is to the record.</summary>
    Proofs,

    /// <summary>A first and a last day.</summary>
    Days,

    /// <summary>Parts with questions of their own, a row each.</summary>
    Parts,
}
