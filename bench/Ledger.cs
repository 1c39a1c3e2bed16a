using System.Globalization;
using MiniExcelLibs;
using NodaTime;
using OpsRegistry.Reporting.Workbooks;
using SpreadCheetah;

namespace OpsRegistry.Bench;

/// <summary>A long sheet, ten Chinese texts and five numbers a row, by our writer and by others.</summary>
internal static class Ledger
{
    private const int Texts = 10, Numbers = 5;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Who writes: <c>ours</c>, <c>spreadcheetah</c> or <c>miniexcel</c>.</param>
    public static void Write(string writer, string file, int rows)
    {
        using var stream = File.Create(file);
        switch (writer)
        {
            case "ours":
                var draft = new WorkbookDraft(new("台账", "ops-registry", Instant.FromUtc(2026, 1, 1, 0, 0)));
                var sheet = draft.AddSheet("台账").Columns([.. Enumerable.Repeat(12d, Texts + Numbers)]);
                sheet.Later(1, rows, row => Fill(sheet, row));
                draft.Write(stream);
                break;
            case "spreadcheetah":
                WriteCheetah(stream, rows).GetAwaiter().GetResult();
                break;
            case "miniexcel":
                stream.SaveAs(Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, Texts + Numbers).ToDictionary(
                    column => column.ToString(CultureInfo.InvariantCulture), column => column < Texts ? (object)Text(row, column) : Number(row, column))), printHeader: false);
                break;
            default:
                throw new ArgumentException("ours, spreadcheetah or miniexcel", nameof(writer));
        }
    }

    private static void Fill(SheetDraft sheet, int row)
    {
        for (var column = 0; column < Texts; column++)
        {
            sheet[row + 1, column + 1].As(Look.Body).Text(Text(row, column));
        }

        for (var column = Texts; column < Texts + Numbers; column++)
        {
            sheet[row + 1, column + 1].As(Look.Figure).Number(Number(row, column), "0.00");
        }
    }

    private static async Task WriteCheetah(Stream stream, int rows)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream);
        await book.StartWorksheetAsync("台账");
        var cells = new Cell[Texts + Numbers];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = column < Texts ? new Cell(Text(row, column)) : new Cell(Number(row, column));
            }

            await book.AddRowAsync(cells);
        }

        await book.FinishAsync();
    }

    private static string Text(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"第{row}行巡检正常，未见告警{column}");

    private static decimal Number(int row, int column) => (row * column % 100_000) / 100m;
}
