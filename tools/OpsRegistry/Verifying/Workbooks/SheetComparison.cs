namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Compares one sheet with what it should be: cells, sizes, charts, and how it is shown and printed.</summary>
internal sealed class SheetComparison
{
    private const double SameNumber = 1e-9;
    private const double Hidden = 1; // points or, for columns, characters; nobody reads what is smaller
    private const double SizeAir = 0.75, SizeShare = 0.06; // what programs round sizes by
    private const double EmptyRowShare = 0.5; // a row in which nothing stands is air
    private const double PlaceAir = 0.3; // rows or columns
    private const int ShownWords = 200;

    private readonly SheetContent wanted;
    private readonly SheetContent found;
    private readonly Dictionary<string, ReaderCell> readers;
    private readonly IReadOnlyDictionary<string, CellContent>? tried;
    private readonly Differences differences;
    private readonly List<ReaderCell> filled = [];

    private SheetComparison(SheetContent wanted, SheetContent found, (IEnumerable<ReaderCell> Readers, IReadOnlyDictionary<string, CellContent>? Tried) own, Differences differences)
    {
        (this.wanted, this.found, this.differences, tried) = (wanted, found, differences, own.Tried);
        readers = own.Readers.ToDictionary(cell => cell.Address, StringComparer.Ordinal);
    }

    /// <summary>Compares; returns the reader's cells that were filled in.</summary>
    /// <param name="wanted">The sheet as the registry makes it.</param>
    /// <param name="found">The sheet of the file.</param>
    /// <param name="own">The reader's cells, and what cells hold once the number that he tried is calculated through.</param>
    /// <param name="differences">Gets what differs.</param>
    public static IReadOnlyList<ReaderCell> Of(SheetContent wanted, SheetContent found, (IEnumerable<ReaderCell> Readers, IReadOnlyDictionary<string, CellContent>? Tried) own, Differences differences)
    {
        var sheet = new SheetComparison(wanted, found, own, differences);
        differences.Compare(WorkbookRules.ShownOtherwise, sheet.At(""), wanted.State, found.State);
        differences.Compare($"'{wanted.Name}' ", wanted.Facts, found.Facts);
        sheet.Cells();
        sheet.Blanks();
        sheet.Sizes();
        sheet.Drawings();
        return sheet.filled;
    }

    private Text At(string address) => Text.Same(address.Length == 0 ? $"'{wanted.Name}'" : $"'{wanted.Name}'!{address}");

    private void Cells()
    {
        foreach (var address in wanted.Grid.Cells.Keys.Union(found.Grid.Cells.Keys, StringComparer.Ordinal))
        {
            var (expected, actual) = (Expected(address), found.Grid.Cells.GetValueOrDefault(address));
            if (readers.TryGetValue(address, out var reader))
            {
                Fill(reader, expected, actual);
                continue;
            }

            if (expected?.Formula != actual?.Formula)
            {
                differences.Compare(WorkbookRules.FormulaEdited, At(address), expected?.Formula is { } old ? "=" + old : expected?.Value, actual?.Formula is { } now ? "=" + now : actual?.Value, address);
            }

            if (!IsSame(expected, actual))
            {
                var isOtherKind = Shown(expected) == Shown(actual); // a number and a text that look alike
                differences.Compare(WorkbookRules.ValueEdited, At(address), Shown(expected), Shown(actual) + (isOtherKind ? $" ({KindOf(actual)})" : ""), address);
            }
            else if (expected is not null && actual is not null)
            {
                Looks(address, expected, actual);
            }
        }
    }

    /// <summary>A cell as it should be: its value where the reader's number was calculated through, its look always that of the report.</summary>
    private CellContent? Expected(string address) =>
        wanted.Grid.Cells.GetValueOrDefault(address) is { } cell && tried?.GetValueOrDefault(address) is { } calculated ? cell with { Type = calculated.Type, Value = calculated.Value } : wanted.Grid.Cells.GetValueOrDefault(address);

    private static string KindOf(CellContent? cell) => cell?.Type == 'n' ? "number" : "text";

    private void Looks(string address, CellContent expected, CellContent actual)
    {
        differences.Compare(WorkbookRules.FormatEdited, At(address), expected.Look.Format, actual.Look.Format, address);
        differences.Compare(WorkbookRules.LookEdited, At(address), expected.Look.Letters, actual.Look.Letters, address);
        differences.Compare(WorkbookRules.LookEdited, At(address), expected.Look.Ground, actual.Look.Ground, address);
        differences.Compare(WorkbookRules.LookEdited, At(address), expected.Look.Edges, actual.Look.Edges, address);
        differences.Compare(WorkbookRules.LookEdited, At(address), expected.Look.Place, actual.Look.Place, address);
        foreach (var run in actual.Runs.Where(run => run != expected.Look.Letters).Distinct(StringComparer.Ordinal))
        {
            differences.Compare(WorkbookRules.LookEdited, At(address), expected.Look.Letters, run, address);
        }
    }

    private void Fill(ReaderCell reader, CellContent? expected, CellContent? actual)
    {
        if (actual?.Formula is { } formula)
        {
            differences.Compare(WorkbookRules.FormulaEdited, At(reader.Address), "", "=" + formula, reader.Address);
        }
        else if (reader.Kind == ReaderKind.Trial && actual is not { Type: 'n' })
        {
            differences.Compare(WorkbookRules.ValueEdited, At(reader.Address), Shown(expected), Shown(actual), reader.Address);
        }
        else if (actual is not null && (reader.Kind == ReaderKind.Trial ? tried is not null : !IsSame(expected, actual)))
        {
            filled.Add(reader);
            var words = reader.Kind == ReaderKind.Day ? DayOf(actual) : actual.Value;
            words = words.Length > ShownWords ? words[..ShownWords] + "…" : words;
            differences.Add(WorkbookRules.FilledIn, new($"{At(reader.Address).Zh} {reader.Title.Zh}：{words}", $"{At(reader.Address).En} {reader.Title.En}: {words}"), new("这一格由读者填写，不属于报告", "the cell is its reader's and no part of the report"), reader.Address);
        }
    }

    /// <summary>A day that was typed as one is a number of days.</summary>
    private static string DayOf(CellContent cell) =>
        cell.Type == 'n' && double.TryParse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= 1 and < 2_958_466
            ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell.Value;

    private void Blanks()
    {
        foreach (var address in wanted.Grid.Blanks.Keys.Union(found.Grid.Blanks.Keys, StringComparer.Ordinal).Where(address => !readers.ContainsKey(address)))
        {
            if (!wanted.Grid.Cells.ContainsKey(address) && !found.Grid.Cells.ContainsKey(address))
            {
                var (expected, actual) = (wanted.Grid.Blanks.GetValueOrDefault(address), found.Grid.Blanks.GetValueOrDefault(address));
                differences.Compare(WorkbookRules.LookEdited, At(address), expected?.Ground, actual?.Ground, address);
                differences.Compare(WorkbookRules.LookEdited, At(address), expected?.Edges, actual?.Edges, address);
            }
        }
    }

    private void Sizes()
    {
        var filledPlaces = wanted.Grid.Cells.Keys.Concat(wanted.Grid.Blanks.Keys).Select(FormulaText.Place).ToList();
        var filledRows = filledPlaces.Select(place => place.Row).Concat(wanted.Drawings.SelectMany(drawing => Enumerable.Range((int)drawing.Top + 1, (int)Math.Ceiling(drawing.Bottom - drawing.Top)))).ToHashSet();
        var readerRows = readers.Keys.Select(address => FormulaText.Place(address).Row).ToHashSet();
        foreach (var row in Enumerable.Range(1, filledRows.DefaultIfEmpty(0).Max()))
        {
            var (expected, actual) = (wanted.Grid.HeightOf(row), found.Grid.HeightOf(row));
            var share = filledRows.Contains(row) ? SizeShare : EmptyRowShare;
            if (!IsNear(expected, actual, share) && !(readerRows.Contains(row) && actual > expected))
            {
                Size(new($"第 {row} 行", $"row {row}"), expected, actual, FormulaText.Address((row, 1)));
            }
        }

        foreach (var column in Enumerable.Range(1, filledPlaces.Select(place => place.Column).DefaultIfEmpty(0).Max()))
        {
            var (expected, actual) = (wanted.Grid.WidthOf(column), found.Grid.WidthOf(column));
            if (!IsNear(expected, actual, SizeShare))
            {
                Size(new($"第 {FormulaText.Letters(column)} 列", $"column {FormulaText.Letters(column)}"), expected, actual, FormulaText.Address((1, column)));
            }
        }
    }

    private void Size(Text what, double expected, double actual, string address) => differences.Compare(
        expected < Hidden || actual < Hidden ? WorkbookRules.ShownOtherwise : WorkbookRules.LookEdited,
        new($"“{wanted.Name}”{what.Zh}", $"'{wanted.Name}' {what.En}"), SizeOf(expected), SizeOf(actual), address);

    private static string SizeOf(double size) => size < Hidden ? "hidden" : size.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsNear(double expected, double actual, double share) =>
        expected < Hidden ? actual < Hidden : actual >= Hidden && Math.Abs(expected - actual) <= SizeAir + (share * expected);

    private void Drawings()
    {
        differences.Compare(WorkbookRules.DrawingEdited, new($"“{wanted.Name}”的图", $"'{wanted.Name}': drawings"), Number(wanted.Drawings.Count), Number(found.Drawings.Count));
        foreach (var (expected, actual) in wanted.Drawings.Zip(found.Drawings))
        {
            var where = $"'{wanted.Name}'!{FormulaText.Address(((int)expected.Top + 1, (int)expected.Left + 1))} ";
            differences.Compare(where, expected.Facts, actual.Facts);
            double[] places = [expected.Top - actual.Top, expected.Left - actual.Left, expected.Bottom - actual.Bottom, expected.Right - actual.Right];
            if (places.Any(difference => Math.Abs(difference) > PlaceAir))
            {
                differences.Compare(WorkbookRules.DrawingEdited, Text.Same(where.TrimEnd()), PlaceOf(expected), PlaceOf(actual));
            }

            differences.Compare(WorkbookRules.DrawingEdited, new($"{where}的文字", $"{where}letters"), "", string.Join(", ", actual.Letters.Except(expected.Letters).Order(StringComparer.Ordinal)));
        }
    }

    private static string PlaceOf(ShownDrawing drawing) => string.Create(CultureInfo.InvariantCulture, $"{drawing.Left:0.#},{drawing.Top:0.#} – {drawing.Right:0.#},{drawing.Bottom:0.#}");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Shown(CellContent? cell) => cell is null ? "" : cell.Type is 'e' ? $"{cell.Value} (error)" : cell.Value;

    private static bool IsSame(CellContent? one, CellContent? other) =>
        (one?.Value ?? "").Length + (other?.Value ?? "").Length == 0 ||
        ((one?.Type ?? 's') == (other?.Type ?? 's') && (one?.Value == other?.Value || (one?.Type == 'n' && IsSame(one.Value, other!.Value))));

    private static bool IsSame(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right) &&
        Math.Abs(left - right) <= SameNumber * Math.Max(1, Math.Abs(left));
}
