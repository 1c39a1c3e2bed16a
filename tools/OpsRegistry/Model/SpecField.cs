using NodaTime.Text;

namespace OpsRegistry.Model;

/// <summary>What a kind's schema says of one field under <c>spec:</c>, for rules that know no field by name.</summary>
/// <param name="Key">The YAML key.</param>
/// <param name="Type">What it is read into.</param>
/// <param name="Protection">Whether it may change once the file is merged.</param>
/// <param name="ValueOf">Its value in a file.</param>
internal sealed record SpecField(string Key, Type Type, Protection Protection, Func<Spec, object?> ValueOf)
{
    /// <summary>True where a scorecard may match on it.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The words that may stand there; null where any text may.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>What people call the usual words of a field in which any word may stand.</summary>
    public IReadOnlyDictionary<string, Text> Titles { get; init; } = new Dictionary<string, Text>();

    /// <summary>What people call the words of a field in which only these may stand.</summary>
    public IReadOnlyDictionary<string, Text> WordTitles { get; init; } = new Dictionary<string, Text>();

    /// <summary>The word by which any field says that nobody has decided it yet.</summary>
    public const string Undecided = "undecided";

    /// <summary>True where it can say that nobody has decided it yet.</summary>
    public bool IsUndecidable => Words?.Contains(Undecided, StringComparer.Ordinal) == true;

    /// <summary>True where it says, or leaves it to be understood, that nobody has decided.</summary>
    public bool IsUndecidedIn(Spec spec) => IsUndecidable && ValuesIn(spec) is [Undecided];

    /// <summary>True where its value is the purchaser's to decide, whoever writes it down.</summary>
    public bool IsPurchasers { get; init; }

    /// <summary>True where leaving it out says something: a flag is false, a number zero. Filling it in changes what was said.</summary>
    public bool SpeaksWhenAbsent { get; init; }

    /// <summary>The kind of file that it names, or that each item of its list names; null where it names none.</summary>
    public string? References { get; init; }

    /// <summary>What people call it.</summary>
    public Text Title { get; init; } = Text.Same(Key);

    /// <summary>What people call one of its values: yes and no of a truth, the title of a word; null for a value that has no other name.</summary>
    public Text? NameOf(string value) =>
        WordTitles.TryGetValue(value, out var title) || Titles.TryGetValue(value, out title) ? title
        : Type != typeof(bool) && Type != typeof(bool?) ? null
        : value == "true" ? new("是", "yes")
        : value == "false" ? new("否", "no")
        : null;

    /// <summary>The fields of the same file whose times it is not before; none where it knows no order.</summary>
    public IReadOnlyList<string> NotBefore { get; init; } = [];

    /// <summary>True where it holds a moment or a day that a clock can run from or to.</summary>
    public bool IsMoment => Type == typeof(OffsetDateTime) || Type == typeof(LocalDate);

    /// <summary>The times that it holds, each with its place: none when it is absent, several for arrivals.</summary>
    public IEnumerable<Located<OffsetDateTime>> TimesIn(Spec spec) => ValueOf(spec) switch
    {
        OffsetDateTime time => [new(time, spec.Node[Key]?.Place ?? spec.Place)],
        IEnumerable<Arrival> arrivals => arrivals.Select(arrival => new Located<OffsetDateTime>(arrival.At, arrival.PlaceOf(nameof(arrival.At)))),
        _ => [],
    };

    /// <summary>
    /// Its values with the words that YAML uses: none when it is absent, several for a list. One that the file leaves out has its default, so
    /// <c>excused: false</c> also matches records that say nothing.
    /// </summary>
    public IReadOnlyList<string> ValuesIn(Spec spec) => ValueOf(spec) switch
    {
        null => [],
        bool truth => truth ? True : False,
        string text => [text],
        Enum member => YamlWord.Alone(member),
        LocalDate date => [LocalDatePattern.Iso.Format(date)],
        IReadOnlyList<Located<string>> list => Texts(list),
        IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
        _ => [],
    };

    private static readonly string[] True = ["true"], False = ["false"];

    private static string[] Texts(IReadOnlyList<Located<string>> list)
    {
        var texts = new string[list.Count];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = list[index].Value;
        }

        return texts;
    }
}

/// <summary>Whether a field changes once its file is merged, except by an amendment.</summary>
internal enum Protection
{
    /// <summary>It may change.</summary>
    None,

    /// <summary>It may be filled in where it was absent.</summary>
    Protected,

    /// <summary>It is a list that may grow as well: another file that proves, another name of who helped.</summary>
    Grows,

    /// <summary>Even filling it in changes what was reported: a pause of the clock that nobody spoke of at the time.</summary>
    EvenWhenAbsent,
}
