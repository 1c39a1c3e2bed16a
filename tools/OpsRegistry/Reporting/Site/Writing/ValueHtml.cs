using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Sources;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Values as HTML: outcomes with a sign beside their colour, links where the site has what they lead to, foreign words with their language.</summary>
internal sealed class ValueHtml(PageContext page)
{
    /// <summary>The class that colours what has a meaning; words or a sign say the same.</summary>
    public static string ClassOf(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Bad => "bad",
        Tone.Warning => "warn",
        Tone.Faint => "dim",
        Tone.Plain or Tone.Heading or Tone.Strong => "plain",
    };

    /// <summary>Words, with their language where it is not the page's; line by line.</summary>
    public Html Own(Text words) => Lined(page.In(words), page.Own);

    /// <summary>Words that lead somewhere, if the site has it.</summary>
    public Html Linked(Text words, Anchor? to) => to is { } anchor && page.Find(anchor) is { } address ? Tag("a", Own(words)).With("href", address) : Own(words);

    /// <summary>A value; nothing for none.</summary>
    public Html? Show(Value value) => value switch
    {
        Value.Nothing => null,
        Value.Words words => words.Text.In(page.Language).Length == 0 ? null : Own(words.Text),
        Value.Code code => Lined(code.Id, line => Tag("code", line)),
        Value.Undetermined unknown => Tag("span.unknown", page.In(unknown.Title)),
        Value.Points or Value.Yuan or Value.Count or Value.Share => ValueText.Show(value, page.Language).Replace('-', '−'),
        Value.Moment => Tag("span.time", ValueText.Show(value, page.Language) is var time && time.EndsWith(":00", StringComparison.Ordinal) ? time[..^3] : ValueText.Show(value, page.Language)),
        Value.Day or Value.Days => Tag("span.time", ValueText.Show(value, page.Language)),
        Value.Length or Value.Limit => ValueText.Show(value, page.Language),
        Value.State state => State(state),
        Value.Record record => Record(record),
        Value.Link link => Linked(page.Layout.TitleOf(link), link.To),
        Value.Clauses clauses => Joined(" ", clauses.All.Select(Clause)),
        Value.Series series => ChartHtml.Spark(series, ValueText.Show(value, page.Language)),
        Value.Change change => Change(change),
        Value.Many many => Joined(Tag("br"), many.All.Select(Show).OfType<Html>()),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private Html? Change(Value.Change change)
    {
        if (change.Before == change.After)
        {
            return Show(change.After);
        }

        Html none = "—";
        return All(Show(change.Before) ?? none, " → ", Tag("strong", Show(change.After) ?? none), Show(change.Moved) is { } moved ? All(" (", moved, ")") : null);
    }

    private Html State(Value.State state)
    {
        var title = page.In(state.Title);
        var sign = !char.IsLetter(title, 0) ? "" : state.Tone switch
        {
            Tone.Good => "✓ ",
            Tone.Bad => "✕ ",
            Tone.Warning => "⚠ ",
            Tone.Plain or Tone.Faint or Tone.Heading or Tone.Strong => "",
        };
        Html badge = Tag($"span.badge.{ClassOf(state.Tone)}", sign + title);
        return state.Proof is { } proof && page.Find(proof) is { } address ? Tag("a", badge).With("href", address) : badge;
    }

    /// <summary>A record by what people call it: its page, if it has one, and its line in the registry, where the site knows the forge. Its file's name stands under the mouse.</summary>
    private Html Record(Value.Record record)
    {
        var (place, words) = (string.Create(CultureInfo.InvariantCulture, $"{Below(record.Path)}:{record.Line}"), page.In(RecordNames.Show(record.Name)));
        var source = page.RepositoryFile(record.Path) is { } file ? string.Create(CultureInfo.InvariantCulture, $"{file}#L{record.Line}") : null;
        if (page.Find(Anchor.Record(record.Path)) is { } address)
        {
            var own = Tag("a", Named(words)).With("href", address).With("title", place);
            return source is null ? Tag("span.record", own) : Tag("span.record", own, " ", Tag("a", "↗").With("href", source).With("title", place).With("aria-label", page.In($"{words}：文件", $"{words}: the file")));
        }

        return source is not null ? Tag("a.record", Named(words)).With("href", source).With("title", place)
            : Tag(IsPath(words) ? "code.record" : "span.record", words).With("title", place);
    }

    /// <summary>The path below the contract's folder, which the page is about; elsewhere the whole one.</summary>
    private static string Below(string path) => ContractFolders.NameIn(path) is { } contract ? path[(path.IndexOf(contract, StringComparison.Ordinal) + contract.Length + 1)..] : path;

    private static Html Named(string words) => IsPath(words) ? Tag("code", words) : (Html)words;

    private static bool IsPath(string words) => words.Contains('/', StringComparison.Ordinal);

    /// <summary>A clause as it is cited; it leads to its row of the document, where the site has it.</summary>
    private Html Clause(string clause) => Citation.Read(clause) is { } cited && page.Find(Anchor.Clause(cited.Source, cited.First)) is { } address
        ? Tag("a.clause", page.Own(clause)).With("href", address)
        : Tag("span.clause", page.Own(clause));

    private static Html Lined(string words, Func<string, Html> show) =>
        words.Contains('\n', StringComparison.Ordinal) ? Joined(Tag("br"), words.Split('\n').Select(show)) : show(words);
}
