using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>A form that was saved as text (CSV): one sheet, without looks and without a contract, in whatever encoding and with whatever sign between columns the program chose.</summary>
internal static partial class FormText
{
    private static readonly char[] Separators = [',', '\t', ';', '|'];

    private const int Titled = 1000; // more than any form has heads

    /// <summary>The text of a file; null where it is none, or has no columns.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            return null;
        }

        var text = ForeignEncoding.Recognise(bytes)?.Decoded ?? (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null);
        return text is null || text.Contains('\0', StringComparison.Ordinal) || text.IndexOfAny(Separators) < 0 || !text.Contains('\n', StringComparison.Ordinal) ? null : text.TrimStart('\ufeff');
    }

    /// <summary>What a file says with each sign that may stand between its columns; none where it is no text.</summary>
    public static IEnumerable<FormTable> Tables(byte[] bytes) => Decode(bytes) is not { } text ? [] : Separators.Select(separator => new FormTable("", true, CellsOf(text, separator).Take(FormBook.MostCells).ToList(), [], 0, new HashSet<int>()));

    /// <summary>The sheet, under the name of the form whose heads it has; or why it cannot be told.</summary>
    public static (FormTable? Table, FormProblem? Complaint) Read(string text, IReadOnlyList<IntakeForm> forms)
    {
        if (OpenQuote(text) is { } line)
        {
            return (null, new(null, new($"第 {line} 行起有一个引号没有配对", $"a quote that begins in line {line} does not end"), new("补上引号，或在表格软件里重新“另存为 CSV”", "close it, or save the sheet as CSV again")));
        }

        var fits =
            from separator in Separators
            let top = CellsOf(text, separator).TakeWhile(cell => cell.Row <= FormHeads.LowestLabelRow).ToList()
            let head = new FormTable("", true, top, [], 0, new HashSet<int>())
            from form in forms
            let row = FormHeads.LabelRowOf(head, form)
            where row is not null
            let titled = top.Exists(cell => cell.Row < row && cell.Text.StartsWith(FormSheet.NameOf(form) + "登记表", StringComparison.Ordinal))
            select (Separator: separator, Form: form, Labels: FormHeads.LabelsIn(head, form, row.Value) + (titled ? Titled : 0));
        var best = fits.GroupBy(fit => fit.Labels).MaxBy(group => group.Key)?.ToList() ?? [];
        return best switch
        {
            [] => (null, new(
                null,
                new("这段文本（CSV）里没有登记表的标题，看不出登记的是什么", "this text (CSV) has no heads of a form, so nobody knows what it files"),
                new("第一行写登记表各列的标题；用 ./opsreg form 生成一份看看", "write the heads of a form's columns into the first line; ./opsreg form makes one to look at"))),
            [var only] => Bounded(new(FormSheet.NameOf(only.Form), true, CellsOf(text, only.Separator).Take(FormBook.MostCells + 1).ToList(), [], 0, new HashSet<int>())),
            _ => (null, new(
                null,
                new($"这些标题像{string.Join("，也像", best.Select(fit => FormSheet.NameOf(fit.Form)))}", $"these heads are those of {string.Join(" and of ", best.Select(fit => fit.Form.Kind.Title.En))}"),
                new("把那一种登记表的必填标题都写上，或在最上面一行写“值班表登记表”这样的名称", "write all the heads that the form requires, or its title, such as 值班表登记表, into the first line"))),
        };
    }

    // What is done with each cell must not be done with millions of them.
    private static (FormTable? Table, FormProblem? Complaint) Bounded(FormTable table) => table.Cells.Count <= FormBook.MostCells ? (table, null)
        : (null, new(null, new($"填了超过 {FormBook.MostCells} 格", $"more than {FormBook.MostCells} cells are filled"), new("分成几份", "send several files")));

    /// <summary>The line of a quote that nothing closes; null where all are closed.</summary>
    private static int? OpenQuote(string text)
    {
        var (line, opened, isOpen) = (1, 1, false);
        foreach (var letter in text)
        {
            line += letter == '\n' ? 1 : 0;
            if (letter == '"')
            {
                (isOpen, opened) = (!isOpen, isOpen ? opened : line);
            }
        }

        return isOpen ? opened : null;
    }

    // RFC 4180: what stands between quotes may hold separators and line ends, and two quotes are one.
    private static IEnumerable<FormCell> CellsOf(string text, char separator)
    {
        var (row, column, at) = (1, 1, 0);
        while (at < text.Length)
        {
            var value = new StringBuilder();
            if (text[at] == '"')
            {
                for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')); at++)
                {
                    value.Append(text[at]);
                    at += text[at] == '"' ? 1 : 0;
                }

                at++;
            }

            while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            {
                value.Append(text[at++]);
            }

            if (!string.IsNullOrWhiteSpace(WrittenTime.HalfWidth(value.ToString())))
            {
                yield return new(FormulaText.Address((row, column)), row, column, new(TypeOf(value.ToString().Trim()), value.ToString().Trim(), null));
            }

            if (at < text.Length && text[at] == separator)
            {
                (column, at) = (column + 1, at + 1);
            }
            else
            {
                at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
                (row, column) = (row + 1, 1);
            }
        }
    }

    // What a program for tables wrote in the place of what was there: an error, hashes for a column too narrow, a long number by its first figures.
    private static char TypeOf(string value) => Failed().IsMatch(value) ? 'e' : Shortened().IsMatch(value) ? 'n' : 's';

    [GeneratedRegex(@"^#(#+|NAME\?|VALUE!|REF!|DIV/0!|N/A|NUM!|NULL!)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[eE]\+[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shortened();
}
