using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Memory is measured, so nothing else may run beside these tests.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>A ledger of 12,000 rows, each with texts, a number, moments, a formula and a link, written to a file.</summary>
[Collection(nameof(AloneCollection))]
public sealed class LongTableTests : IDisposable
{
    private const int Rows = 12_000;

    private readonly string path = Path.Combine(AppContext.BaseDirectory, $"long-{Guid.NewGuid():N}.xlsx");
    private readonly List<long> memory = [];

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Memory_does_not_grow_with_the_rows_and_the_file_opens()
    {
        Write();
        Assert.InRange(memory[1] - memory[0], long.MinValue, 16_000_000);
        Assert.Equal((Rows, "编号 12000"), LastRow());
        var lines = LibreOffice.ToCsv(File.ReadAllBytes(path)).TrimEnd('\n').Split('\n');
        Assert.Equal(Rows, lines.Length);
        Assert.StartsWith("编号 12000,=1+1 第 12000 次,12000,24000,2026-01-01 08:00", lines[^1], StringComparison.Ordinal);
    }

    private void Write()
    {
        var draft = new WorkbookDraft(new("长台账", "ops-registry", Instant.FromUtc(2026, 1, 1, 0, 0)));
        var sheet = draft.AddSheet("台账").Columns(20, 30, 12, 12, 18, 18, 40, 20, 20, 20);
        sheet.Later(1, Rows, index => Fill(sheet, index));
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        draft.Write(file);
    }

    private void Fill(SheetDraft sheet, int index)
    {
        if (index is 1_000 or Rows - 1)
        {
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        var row = index + 1;
        sheet[row, 1].As(Look.Body).Link($"编号 {row}", sheet["A1"]);
        sheet[row, 2].As(Look.Body).Text($"=1+1 第 {row} 次");
        sheet[row, 3].As(Look.Figure).Number(row, "0");
        sheet[row, 4].As(Look.Figure).Formula($"C{row}*2", row * 2m, "0");
        sheet[row, 5].As(Look.Centred).Moment(Instant.FromUtc(2026, 1, 1, 0, 0));
        sheet[row, 6].As(Look.Centred).Date(new LocalDate(2026, 1, 1));
        for (var column = 7; column <= 10; column++)
        {
            sheet[row, column].As(Look.Body).Text($"第 {row} 行第 {column} 列的文字");
        }
    }

    private (int Rows, string First) LastRow()
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        using var reader = OpenXmlReader.Create(document.WorkbookPart!.WorksheetParts.Single());
        var (rows, first) = (0, "");
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                (rows, first) = (rows + 1, row.GetFirstChild<Cell>()!.InnerText);
            }
        }

        return (rows, first);
    }
}
