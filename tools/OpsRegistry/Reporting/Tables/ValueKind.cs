namespace OpsRegistry.Reporting.Tables;

/// <summary>What the values of a column are, also where a row has none: it decides side, width and number format.</summary>
internal enum ValueKind
{
    /// <summary>Sentences and names.</summary>
    Words,

    /// <summary>A word or two.</summary>
    Label,

    /// <summary>Identifiers.</summary>
    Code,

    /// <summary>Points of a scorecard.</summary>
    Points,

    /// <summary>Money.</summary>
    Yuan,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Moments.</summary>
    Moment,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Lengths of time and agreed amounts of it.</summary>
    Length,

    /// <summary>Parts of a whole.</summary>
    Share,

    /// <summary>Outcomes.</summary>
    State,

    /// <summary>Records.</summary>
    Record,

    /// <summary>Clauses.</summary>
    Clauses,
}

/// <summary>What stands under a column.</summary>
internal enum ColumnTotal
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The sum of its figures; undetermined while one of them is.</summary>
    Sum,

    /// <summary>How many rows have a value in it.</summary>
    Count,
}
