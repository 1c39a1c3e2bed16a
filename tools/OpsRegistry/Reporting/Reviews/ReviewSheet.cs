namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review as its JSON says it (<see cref="ReviewJson"/>): what a comment is written from, by a program that has neither the change nor the registry.</summary>
public sealed record ReviewSheet
{
    /// <summary>The commit that the change starts from, 40 hexadecimal digits.</summary>
    public required string Base { get; init; }

    /// <summary>The changed commit, 40 hexadecimal digits.</summary>
    public required string Head { get; init; }

    /// <summary><c>clean</c>, <c>toDecide</c> or <c>refused</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The contracts touched.</summary>
    public required IReadOnlyList<string> Contracts { get; init; }

    /// <summary>The periods whose points or yuan differ.</summary>
    public required IReadOnlyList<SheetPeriod> Periods { get; init; }

    /// <summary>The limits and duties whose outcome differs.</summary>
    public required IReadOnlyList<SheetFact> Facts { get; init; }

    /// <summary>What only a person can answer.</summary>
    public required IReadOnlyList<SheetQuestion> Questions { get; init; }

    /// <summary>What rules of change say.</summary>
    public required IReadOnlyList<SheetFinding> Policy { get; init; }

    /// <summary>What becomes wrong.</summary>
    public required IReadOnlyList<SheetFinding> NewFindings { get; init; }

    /// <summary>What is mended.</summary>
    public required IReadOnlyList<SheetFinding> FixedFindings { get; init; }

    /// <summary>How many findings stay.</summary>
    public required int LeftFindings { get; init; }

    /// <summary>Governance files that came with records and judged nothing.</summary>
    public required IReadOnlyList<string> NotApplied { get; init; }

    /// <summary>Days that no published calendar covers.</summary>
    public required IReadOnlyList<SheetWords> Uncovered { get; init; }

    /// <summary>The records and other resources changed.</summary>
    public required IReadOnlyList<SheetResource> Resources { get; init; }

    /// <summary>Every path changed.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>True where the change concerns the registry, or something stands against it.</summary>
    public bool SaysSomething =>
        Verdict != "clean" || Resources.Count + Periods.Count + Facts.Count + Policy.Count + NewFindings.Count + FixedFindings.Count + Questions.Count > 0 ||
        Files.Any(file => file.StartsWith("ops-registry/", StringComparison.Ordinal));
}

/// <summary>Words in both languages.</summary>
public sealed record SheetWords(string Zh, string En)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}

/// <summary>A period before and after.</summary>
public sealed record SheetPeriod(
    string Contract, string Period, SheetResult? Before, SheetResult? After, decimal? PointsMoved, decimal? YuanMoved, bool ChangesBand, IReadOnlyList<SheetPoint> Points, IReadOnlyList<SheetMoney> Money);

/// <summary>A period's result; null stands for undetermined.</summary>
public sealed record SheetResult(decimal? Score, string? Grade, SheetWords? GradeTitle, bool Scored, decimal? Amount, string State);

/// <summary>A deduction that comes, goes or differs.</summary>
public sealed record SheetPoint(string Indicator, string Deduction, decimal Moved, decimal? Before, decimal? After, IReadOnlyList<string> Clauses, SheetWords Reason, IReadOnlyList<SheetCause> Causes);

/// <summary>A line of money that comes, goes or differs.</summary>
public sealed record SheetMoney(string Line, decimal? Moved, SheetWords Reason, IReadOnlyList<SheetCause> Causes);

/// <summary>A changed file behind a difference.</summary>
public sealed record SheetCause(string Path, int Line, IReadOnlyList<string> Fields);

/// <summary>A limit or duty whose outcome differs.</summary>
public sealed record SheetFact(string Contract, string Period, string Name, SheetWords Title, IReadOnlyList<string> Clauses, SheetWords? Before, SheetWords? After);

/// <summary>Something that only a person can answer.</summary>
public sealed record SheetQuestion(string Kind, SheetWords Words, string? Path, int Line = 1);

/// <summary>A finding.</summary>
public sealed record SheetFinding(
    string Rule, string Name, string Severity, string Path, int Line, int Column, int Length, SheetWords Message, SheetWords Help, string Docs, IReadOnlyList<SheetRelated> Related);

/// <summary>A second place of a finding.</summary>
public sealed record SheetRelated(string Path, int Line, int Column, int Length, SheetWords Note);

/// <summary>A changed resource.</summary>
public sealed record SheetResource(string Path, int Line, string Kind, string Name, string? Contract, string Change, IReadOnlyList<SheetField> Fields);

/// <summary>A field that differs.</summary>
public sealed record SheetField(string Field, int Line, string? Before, string? After);
