using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>The heads of a sheet's columns, and so which question each cell answers.</summary>
/// <param name="complaints">Takes what is wrong with them.</param>
internal sealed class FormHeads(FormTable table, IntakeForm form, List<CellProblem> complaints)
{
    /// <summary>The lowest row in which heads are looked for.</summary>
    public const int LowestLabelRow = 12;

    private const int ShownCells = 5;

    /// <summary>The row in which most of a form's labels stand; null where there is none.</summary>
    public static int? LabelRowOf(FormTable table, IntakeForm form)
    {
        var best = table.Cells.Where(cell => cell.Row <= LowestLabelRow).Select(cell => cell.Row).Distinct().OrderByDescending(row => LabelsIn(table, form, row)).FirstOrDefault();
        return best > 0 && LabelsIn(table, form, best) >= 2 ? best : null;
    }

    /// <summary>How many of a form's labels stand in a row.</summary>
    public static int LabelsIn(FormTable table, IntakeForm form, int row) => table.Cells.Count(cell => cell.Row == row && FormSheet.Columns(form).Any(field => field.Label == LabelOf(cell)));

    private static string LabelOf(FormCell cell) => cell.Text.Replace("\n", "", StringComparison.Ordinal).Trim();

    /// <summary>The columns by number. One whose head no question has must be empty; of two with one head one must be.</summary>
    public Dictionary<int, FormColumn> Columns(int labelRow, int firstRow)
    {
        var filled = table.Cells.Where(cell => cell.Row >= firstRow).ToLookup(cell => cell.Column);
        var fields = FormSheet.Columns(form);
        var columns = new Dictionary<int, FormColumn>();
        var heads = table.Cells.Where(cell => cell.Row == labelRow).ToList();
        foreach (var cells in filled.ExceptBy(heads.Select(head => head.Column), cells => cells.Key))
        {
            Lost(cells);
        }

        foreach (var head in heads)
        {
            var label = LabelOf(head);
            var field = fields.FirstOrDefault(field => field.Label == label);
            var twin = columns.Values.FirstOrDefault(column => column.Label == label);
            if (field is null && label != FormSheet.RecordLabel)
            {
                Unasked(head, filled[head.Column].Count(), fields);
            }
            else if (twin is not null && filled[head.Column].Any() && filled[twin.Column].Any())
            {
                complaints.Add(new(table.Name, head.Address, new(
                    label,
                    new($"标题“{label}”有两列，都有内容，无法知道以哪一列为准", $"two columns have the head '{label}' and content, so nobody knows which counts"),
                    new("合成一列", "make one of them"))));
            }
            else if (twin is null || filled[head.Column].Any())
            {
                columns.Remove(twin?.Column ?? 0);
                columns[head.Column] = new(label, head.Column, head.Address.TrimEnd([.. "0123456789"]), field);
            }
        }

        return columns;
    }

    private void Unasked(FormCell head, int filled, IReadOnlyList<FormField> fields)
    {
        if (filled == 0)
        {
            return;
        }

        var label = LabelOf(head);
        var near = fields.Select(field => field.Label).Where(known => label.Contains(known, StringComparison.Ordinal)).MaxBy(known => known.Length) ?? Nearest.To(label, fields.Select(field => field.Label));
        complaints.Add(new(table.Name, head.Address, new(
            null,
            new($"“{label}”一列填了 {filled} 格，但登记表没有这一项，内容会丢失", $"column '{label}' has {filled} filled cells and no question has that name: they would be lost"),
            near is null
                ? new("删去这一列，或把内容移到“其他说明”", "delete the column, or move its content under 其他说明")
                : new($"是不是“{near}”？把标题改回去", $"is '{near}' meant? give the column its own head again"))));
    }

    /// <summary>Complains of cells that stand outside the form's rows and columns.</summary>
    public void Lost(IEnumerable<FormCell> cells)
    {
        if (cells.ToList() is { Count: > 0 } lost)
        {
            complaints.Add(new(table.Name, lost[0].Address, new(
                null,
                new($"{Shown(lost)} 不在登记表的行和列里，登记时会丢失", $"{Shown(lost)} stand outside the form's rows and columns and would be lost"),
                new("把内容移到表里，或删去；标题和说明不要改", "move them into the form or clear them; leave heads and hints as they are"))));
        }
    }

    private string Shown(List<FormCell> cells) => string.Join(", ", cells.Take(ShownCells).Select(cell => $"{table.Name}!{cell.Address}")) + (cells.Count > ShownCells ? $" … ({cells.Count})" : "");
}

/// <summary>A column that is read.</summary>
/// <param name="Field">The question; null for the column of record names.</param>
internal sealed record FormColumn(string Label, int Column, string Letters, FormField? Field);
