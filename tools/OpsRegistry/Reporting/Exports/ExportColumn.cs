namespace OpsRegistry.Reporting.Exports;

/// <summary>What the values of an exported column are, the same in Parquet, CSV and SQL. Every one may be absent, which is unknown and never zero.</summary>
internal enum ExportType
{
    [Title("文字", "text")]
    Text,

    /// <summary>JSON in a text: a list of texts, or a tree as it stands in the file.</summary>
    [Title("JSON 文字", "JSON in a text")]
    Json,

    /// <summary>True or false.</summary>
    [Title("是或否", "true or false")]
    Truth,

    /// <summary>A whole number of 64 bits.</summary>
    [Title("整数", "whole number")]
    Whole,

    /// <summary>An exact number with six decimals: points, shares.</summary>
    [Title("小数（6 位）", "exact decimal, 6 places")]
    Number,

    /// <summary>Money in yuan with two decimals.</summary>
    [Title("金额（元，2 位小数）", "yuan, exact decimal, 2 places")]
    Yuan,

    /// <summary>A day in Beijing.</summary>
    [Title("日期", "date")]
    Day,

    /// <summary>A moment, to the microsecond; kept in UTC.</summary>
    [Title("时刻（UTC）", "moment (UTC)")]
    Moment,
}

/// <summary>A column of an exported table.</summary>
/// <param name="Name">Its name in snake case, which never changes.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Type">What its values are.</param>
internal record ExportColumn(string Name, Text Title, ExportType Type)
{
    /// <summary>Digits in all and decimals of a number, and of money.</summary>
    public const int NumberDigits = 28, NumberPlaces = 6, YuanDigits = 18, YuanPlaces = 2;
}

/// <summary>A column with what it takes from a row.</summary>
/// <param name="Name">Its name in snake case.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Type">What its values are.</param>
/// <param name="ValueOf">
/// A row's value; null where it has none. Of each type: <see cref="string"/> for text and JSON, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/> for
/// numbers and money, <see cref="LocalDate"/>, <see cref="Instant"/>.
/// </param>
internal sealed record ExportColumn<TRow>(string Name, Text Title, ExportType Type, Func<TRow, object?> ValueOf) : ExportColumn(Name, Title, Type);

/// <summary>Makes the columns of a table whose rows are of one type.</summary>
#pragma warning disable CA1822 // One per type of row, so that columns need not name it.
internal sealed class ExportColumns<TRow>
{
    public ExportColumn<TRow> Text(string name, Text title, Func<TRow, string?> text) => new(name, title, ExportType.Text, text);

    public ExportColumn<TRow> List(string name, Text title, Func<TRow, IEnumerable<string>> texts) => new(name, title, ExportType.Json, row => ExportJson.List(texts(row)));

    public ExportColumn<TRow> Truth(string name, Text title, Func<TRow, bool?> truth) => new(name, title, ExportType.Truth, row => truth(row));

    public ExportColumn<TRow> Whole(string name, Text title, Func<TRow, long?> number) => new(name, title, ExportType.Whole, row => number(row));

    public ExportColumn<TRow> Number(string name, Text title, Func<TRow, decimal?> number) => new(name, title, ExportType.Number, row => number(row));

    public ExportColumn<TRow> Yuan(string name, Text title, Func<TRow, decimal?> amount) => new(name, title, ExportType.Yuan, row => amount(row));

    public ExportColumn<TRow> Day(string name, Text title, Func<TRow, LocalDate?> day) => new(name, title, ExportType.Day, row => day(row));

    public ExportColumn<TRow> Moment(string name, Text title, Func<TRow, Instant?> moment) => new(name, title, ExportType.Moment, row => moment(row));

    /// <summary>The two columns of a text that stands in both languages.</summary>
    public IReadOnlyList<ExportColumn<TRow>> Both(string name, Text title, Func<TRow, Text?> words) =>
    [
        Text(name + "_zh", new($"{title.Zh}（中文）", $"{title.En} (Chinese)"), row => words(row)?.Zh),
        Text(name + "_en", new($"{title.Zh}（英文）", $"{title.En} (English)"), row => words(row)?.En),
    ];

    /// <summary>The three columns of a word of a closed set: the word itself, and its name in both languages.</summary>
    public IReadOnlyList<ExportColumn<TRow>> Word(string name, Text title, Func<TRow, string?> word, Func<TRow, Text?> words) => [Text(name, title, word), .. Both(name, title, words)];
}
#pragma warning restore CA1822
