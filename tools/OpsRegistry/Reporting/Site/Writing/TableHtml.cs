using System.Runtime.CompilerServices;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>
/// Any table as HTML: rows on a desk, cards on a telephone, which the style sheet makes of the same elements. Columns without a value are left out,
/// some stand small under another one, counts with a meaning are drawn as one bar, and a long table goes on on further pages.
/// </summary>
internal sealed class TableHtml(PageContext page)
{
    private const int FewestToNarrow = 15, NearParts = 4;

    /// <summary>The most rows of a table in the details of a row, which is never divided: a clock that ran for four years has 1,400 pieces, half a megabyte.</summary>
    public const int MostWhole = 120;

    // Found once for all pages that a table goes on on: which columns are filled takes all its rows.
    private static readonly ConditionalWeakTable<Table, Columns> KnownColumns = [];

    private readonly ValueHtml values = new(page);
    private int detailsAround; // of how many rows the details are being written

    /// <summary>A table with what belongs to it: filters, notes, the way to its other parts.</summary>
    /// <param name="write">Writes what stands in a row's details.</param>
    public Html Write(Table table, Func<Block, Html?> write)
    {
        if (table.RowCount == 0)
        {
            return Tag("p.empty", values.Own(table.WhenEmpty));
        }

        // What stands in a row's details, or on a page that somebody works on, is never divided.
        var isWhole = !page.Placed.Blocks.Any(block => block is Block.TableBlock { Content: var own } && ReferenceEquals(own, table));
        var number = page.Placed.Part is { } part && ReferenceEquals(part.Table, table) ? part.Number : 1;
        var leftOut = detailsAround > 0 ? Math.Max(0, table.RowCount - MostWhole) : 0;
        var rows = isWhole
            ? Enumerable.Range(0, table.RowCount).Where(row => leftOut == 0 || row < MostWhole / 2 || row >= (MostWhole / 2) + leftOut).ToList()
            : Enumerable.Range(0, table.RowCount).Skip((number - 1) * page.Layout.RowsOf(table)).Take(page.Layout.RowsOf(table)).ToList();
        var layout = KnownColumns.GetValue(table, static table => new(table));
        var body = rows.SelectMany((row, index) =>
            Row(table, layout, row, index == 0 ? null : rows[index - 1], rows, write).Prepend<Html?>(leftOut > 0 && index == MostWhole / 2 ? LeftOut(leftOut, layout) : null));
        return All(
            Filters(table, isDivided: !isWhole && page.Layout.PartsOf(table) > 1),
            Tag(
                "table.list",
                Tag("caption.away", page.In(table.Title)),
                Tag("thead", Tag("tr", Heads(table, layout))),
                Tag("tbody", body),
                Foot(table, layout)).With("id", IsNarrowed(table) || table.IsCompared ? TableId(table) : null)
                .With("data-compare", table.IsCompared ? page.In("比较|与|差|全部", "Compare|with|difference|all") : null),
            All(table.Notes.Select(note => Tag("p.note", values.Own(note)))),
            isWhole ? null : Parts(table, number),
            page.Layout.CsvOf(table) is { } csv ? Tag("p.take", Tag("a", "CSV").With("href", page.To(csv)).With("download", "").With("aria-label", page.In($"下载：{page.In(table.Title)}，CSV", $"Download {page.In(table.Title)} as CSV"))) : null);
    }

    private Element LeftOut(int count, Columns layout) => Tag(
        "tr",
        Tag("td", page.In($"其间 {count} 行略去；./opsreg explain 逐行列出", $"{count} rows between are left out; ./opsreg explain lists them all")).With("colspan", SpanOf(layout.Width)));

    /// <summary>Whether readers need help to find a row.</summary>
    private static bool IsNarrowed(Table table) => table.IsList ? table.RowCount > FewestToNarrow : table.Filters.Count > 0;

    private static string TableId(Table table) => $"{SiteAddress.Safe(table.Id)}-table";

    private IEnumerable<Html?> Heads(Table table, Columns layout) => layout.WithBar(
        index => Tag(Selector("th", table.Columns[index]), page.In(table.Columns[index].Title)).With("scope", "col"),
        Tag("td.more"));

    private IEnumerable<Html> Row(Table table, Columns layout, int row, int? before, List<int> rows, Func<Block, Html?> write)
    {
        var group = table.GroupOf(row);
        var isFirst = group is null || before is null || table.GroupOf(before.Value) != group;
        var element = Tag(
            "tr",
            layout.WithBar(
                index => !table.Columns[index].IsOfGroup ? Cell(table, layout, row, index, index == layout.Shown[0])
                    : isFirst ? OfGroup(values.Show(table.Cell(row, index))).With("rowspan", SpanOf(rows.Count(other => table.GroupOf(other) == group)))
                    : null,
                Tag("td.more", ChartHtml.Bar(layout.Parts.Select(index => (table.Columns[index].Tone!.Value, NumberOf(table.Cell(row, index)))).ToList()))))
            .With("class", table.IsSubtotal(row) ? "total" : table.IsMarked(row) ? "marked" : null)
            .With("id", IdOf(table, row))
            .With("data-words", table.KeywordsOf(row).ToList() is { Count: > 0 } words ? string.Join(' ', words) : null);
        yield return element;
        if (table.DetailsOf(row) is { } details)
        {
            detailsAround++;
            var written = write(details);
            detailsAround--;
            yield return Tag("tr.details", Tag("td", written).With("colspan", SpanOf(layout.Width)));
        }
    }

    private static Element OfGroup(Html? shown) => shown is null ? Tag("td.nothing") : Tag("th.group", shown).With("scope", "rowgroup");

    private Element Cell(Table table, Columns layout, int row, int index, bool isHead)
    {
        var (column, value) = (table.Columns[index], table.Cell(row, index));
        var shown = values.Show(value);
        var under = layout.Under(index).Select(other => Under(table.Columns[other], values.Show(table.Cell(row, other)), isAlone: shown is null)).OfType<Html>().ToList();
        var tone = column.Tone is { } meaning && value is Value.Count count ? count.Number == 0 ? ".none" : $".{ValueHtml.ClassOf(meaning)}" : "";
        isHead &= shown is not null || under.Count > 0; // an empty cell heads nothing
        var cell = Tag(Selector(isHead ? "th" : "td", column) + tone + (shown is null && under.Count == 0 ? ".nothing" : ""), shown is null ? null : Tag("div", shown), under.Count == 0 ? null : Tag("span.under", Joined(" · ", under)));
        // On a telephone an empty cell has no card, and so no name.
        return isHead ? cell.With("scope", "row") : shown is null && under.Count == 0 ? cell : cell.With("data-label", page.In(column.Title));
    }

    /// <summary>Words speak for themselves; a figure or moment under another one is named, what stands without the other one too, and everything is to who cannot see where it stands.</summary>
    private Html? Under(TableColumn column, Html? value, bool isAlone) => value is null ? null
        : All(Tag(!isAlone && column.Kind is ValueKind.Words or ValueKind.Label or ValueKind.Code or ValueKind.State or ValueKind.Record or ValueKind.Clauses ? "span.away" : "span", page.In(column.Title), page.In("：", ": ")), value);

    private Element? Foot(Table table, Columns layout)
    {
        var rows = table.FootRows.Where(row => !row.IsForPaper).ToList();
        return rows.Count == 0 ? null : Tag("tfoot", rows.Select(foot =>
        {
            FootCell? In(int index) => foot.Cells.FirstOrDefault(cell => cell.Column == table.Columns[index].Key);
            var first = Math.Max(1, layout.Shown.ToList().FindIndex(index => In(index) is not null));
            return Tag("tr.total", layout.WithBar(
                index => layout.Shown.ToList().IndexOf(index) is var place && place == 0 ? Tag("th", page.In(foot.Title)).With("scope", "row").With("colspan", SpanOf(first))
                    : place < first ? null
                    : Tag(Selector("td", table.Columns[index]) + (In(index) is null ? ".nothing" : ""), In(index) is { } cell ? values.Show(cell.Value) : null).With("data-label", In(index) is null ? null : page.In(table.Columns[index].Title)),
                Tag("td.more")));
        }));
    }

    /// <summary>Buttons and a field that narrow the table; hidden until the script is there to do it. Of a table on several pages they narrow this page, and the search looks through the others.</summary>
    private Element? Filters(Table table, bool isDivided) => !IsNarrowed(table) ? null : Tag(
        "div.filters",
        [
            Tag("input").With("type", "search").With("data-filter", TableId(table)).With("aria-label", page.In("筛选", "Filter")).With("placeholder", page.In("名称、编号…", "name, number…")),
            table.Filters.Count == 0 ? null : Chip("", page.In("全部", "all")),
            .. table.Filters.Select(filter => Chip(filter.Word, page.In(filter.Title))),
        ]).With("hidden", "").With("data-filters", TableId(table))
        .With("data-elsewhere", isDivided ? page.In("在所有页中查找", "Look on all pages") : null).With("data-search", isDivided ? page.To(SiteAddress.Search) : null);

    private static Element Chip(string word, string words) =>
        Tag("button.chip", words).With("type", "button").With("data-word", word).With("aria-pressed", word.Length == 0 ? "true" : "false");

    /// <summary>The way to the other parts of a long table.</summary>
    private Element? Parts(Table table, int number) => page.Layout.PartsOf(table) is var parts && parts == 1 ? null : Tag(
        "nav.contents",
        Near(number, parts).Select(Html (other) => other is not { } known ? Tag("span", "…") : page.Link(SiteLayout.PartOf(page.Placed.Page, table, known), known.ToString(CultureInfo.InvariantCulture)).With("aria-current", known == number ? "page" : null)))
        .With("aria-label", page.In($"{page.In(table.Title)}：分页", $"{page.In(table.Title)}: parts"));

    /// <summary>The first and the last part and those round one; null where parts are left out between them.</summary>
    private static IEnumerable<int?> Near(int number, int parts)
    {
        var last = 0;
        foreach (var part in Enumerable.Range(1, parts).Where(part => part == 1 || part == parts || Math.Abs(part - number) <= NearParts))
        {
            if (part > last + 1)
            {
                yield return null;
            }

            yield return last = part;
        }
    }

    /// <summary>What links call a row, where they lead to this row and no other page has it.</summary>
    private string? IdOf(Table table, int row) => table.AnchorsOf(row).Select(anchor => (SiteLayout.FragmentOf(anchor), page.Layout.Find(page.Placed.Page.Scope, anchor))).FirstOrDefault() is var (fragment, address)
        && address == $"{page.Placed.Address}#{fragment}" ? fragment : null;

    private static string Selector(string name, TableColumn column) => name + (column.IsFigure ? ".number" : column.Kind is ValueKind.Code or ValueKind.Record ? ".code" : "") + (column.IsEssential ? "" : ".more");

    private static decimal NumberOf(Value value) => value is Value.Count count ? count.Number : 0;

    private static string? SpanOf(int count) => count == 1 ? null : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which columns stand beside each other, and which of them stand under another one.</summary>
    private sealed class Columns
    {
        private readonly ILookup<string, int> under;
        private readonly Table table;

        public Columns(Table table)
        {
            this.table = table;
            var filled = Enumerable.Range(0, table.Columns.Count).Where(IsFilled).ToList();
            bool IsUnder(int index) => table.Columns[index].Under is { } key && filled.Exists(other => table.Columns[other].Key == key);
            under = filled.Where(IsUnder).ToLookup(index => table.Columns[index].Under!, StringComparer.Ordinal);
            Shown = filled.Where(index => !IsUnder(index)).ToList();
            var counts = Shown.Where(index => table.Columns[index] is { Kind: ValueKind.Count, Tone: not null }).ToList();
            Parts = counts.Exists(index => table.Columns[index].Tone == Tone.Good) ? counts : [];
        }

        public IReadOnlyList<int> Shown { get; }

        /// <summary>The counts that together make a whole.</summary>
        public IReadOnlyList<int> Parts { get; }

        public int Width => Shown.Count + (Parts.Count == 0 ? 0 : 1);

        /// <summary>The columns beside each other, with the bar after the counts that it draws.</summary>
        public IEnumerable<Html?> WithBar(Func<int, Html?> show, Html bar) => Shown.SelectMany(index => Parts.Count > 0 && index == Parts[^1] ? [show(index), bar] : new[] { show(index) });

        public IEnumerable<int> Under(int index) => under[table.Columns[index].Key];

        private bool IsFilled(int index) => !table.Columns[index].IsForPaper
            && Enumerable.Range(0, table.RowCount).Any(row => table.Cell(row, index) is not (Value.Nothing or Value.Words { Text.En: "" } or Value.Clauses { All.Count: 0 } or Value.Many { All.Count: 0 }));
    }
}
