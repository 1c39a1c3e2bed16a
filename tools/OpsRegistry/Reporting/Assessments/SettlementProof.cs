using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>An item of money as a short proof: clause, arithmetic, facts with file and line; a band down to the points that led into it.</summary>
internal static class SettlementProof
{
    /// <summary>Writes the proof of one item of a period.</summary>
    public static void Write(TextWriter output, PeriodResult period, SettlementLine line, Language language)
    {
        Head(output, $"{period.Assessment.Measurement.Folder.Name} {period.Period.Id}", line, language);
        DeductionProof.Row(output, new("算式", "sum"), SumOf(period, line, language), language);
        WriteRecords(output, line.Records, language);
        foreach (var deduction in line.Term is PeriodSettlement.Band or PeriodSettlement.Shortfall && period.Assessment.Veto is null ? period.Assessment.Deductions.Where(one => one.Points > 0m) : [])
        {
            DeductionProof.Row(output, new("扣分", "points"), $"{deduction.Id}  −{Points.Plain(deduction.Points)}  {deduction.Reason.In(language)}", language);
            WriteRecords(output, deduction.Records, language);
        }

        DeductionProof.WriteDispute(output, period, line.Dispute, new($"{Yuan.Show(line.Restored).Zh} 元", $"{Yuan.Show(line.Restored).En} yuan"), language);
        output.WriteLine();
    }

    /// <summary>Writes what is held back for a condition of payment.</summary>
    public static void Write(TextWriter output, string contract, SettlementLine line, Language language)
    {
        Head(output, contract, line, language);
        output.WriteLine();
    }

    private static void Head(TextWriter output, string where, SettlementLine line, Language language)
    {
        output.Write(Tone.Heading, $"{where}  {line.Id}");
        output.WriteLine(Tone.Bad, new Text($"  {Yuan.Show(line.Amount).Zh} 元", $"  {Yuan.Show(line.Amount).En} yuan").In(language));
        DeductionProof.Row(output, new("事由", "reason"), line.Reason.In(language), language);
        foreach (var clause in line.Clauses)
        {
            DeductionProof.Row(output, new("条款", "clause"), clause, language);
        }
    }

    private static void WriteRecords(TextWriter output, IReadOnlyList<RecordReference> records, Language language)
    {
        foreach (var record in records)
        {
            DeductionProof.WriteRecord(output, record, language);
        }
    }

    /// <summary>The arithmetic as the settlement's own table has it: of what, what part, what was given back.</summary>
    private static string SumOf(PeriodResult period, SettlementLine line, Language language)
    {
        var table = SettlementTable.For(period);
        var row = table.Rows.ToList().IndexOf(line);
        var parts = new[] { SettlementTable.Base, SettlementTable.Share }
            .Select(key => ValueText.Show(table.Cell(row, table.Columns.ToList().FindIndex(column => column.Key == key)), language))
            .Where(part => part.Length > 0);
        var back = line.Restored == 0m ? "" : $" − {Yuan.Show(line.Restored).In(language)}";
        return $"{string.Join(" × ", parts)}{back} = {Yuan.Show(line.Amount).In(language)}";
    }
}
