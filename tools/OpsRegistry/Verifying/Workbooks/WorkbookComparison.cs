using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What a comparison found.</summary>
/// <param name="Findings">What differs, cannot be compared, or was filled in.</param>
/// <param name="Filled">The reader's cells that were filled in.</param>
internal sealed record ComparedWorkbook(IReadOnlyList<Finding> Findings, IReadOnlyList<ReaderCell> Filled)
{
    /// <summary>True where somebody wrote a name, a day or an opinion.</summary>
    public bool IsSigned => Filled.Any(cell => cell.Kind != ReaderKind.Trial);
}

/// <summary>
/// Compares a workbook with what the registry makes of the commit that it names: whatever is shown or printed, however it is written. What is not shown stands
/// on a list with its reason (<see cref="BookGrammar"/>, <see cref="PackageParts"/>), and what stands on no list is named.
/// </summary>
internal static class WorkbookComparison
{
    private const string OwnProperties = "opsreg.";

    /// <summary>Compares; nothing is found for the very same bytes.</summary>
    /// <param name="path">What the file is called, for findings.</param>
    /// <param name="expected">What the registry makes.</param>
    /// <param name="found">The file's bytes.</param>
    /// <exception cref="NotAWorkbookException">The file is no workbook.</exception>
    public static ComparedWorkbook Compare(string path, MadeWorkbook expected, byte[] found)
    {
        if (expected.Bytes.AsSpan().SequenceEqual(found))
        {
            return new([], []);
        }

        var differences = new Differences(path);
        var tried = expected.Tried is { } calculated ? WorkbookContent.Read(WorkbookPackage.Open(calculated)) : null;
        var (wanted, content) = (WorkbookContent.Read(WorkbookPackage.Open(expected.Bytes)), WorkbookContent.Read(WorkbookPackage.Open(found)));
        foreach (var foreign in PackageParts.Foreign(content.Links))
        {
            differences.Add(WorkbookRules.ForeignPart, foreign, new("不要打开它的宏和链接；重新生成工作簿", "do not allow its macros and links; make the workbook again"));
        }

        foreach (var name in wanted.Properties.Keys.Union(content.Properties.Keys).Where(name => name.StartsWith(OwnProperties, StringComparison.Ordinal)))
        {
            differences.Compare(WorkbookRules.OriginEdited, new($"属性 {name}", $"property {name}"), wanted.Properties.GetValueOrDefault(name), content.Properties.GetValueOrDefault(name));
        }

        differences.Compare(WorkbookRules.SheetsDiffer, new("工作表", "sheets"), Names(wanted), Names(content));
        differences.Compare("", wanted.Facts, content.Facts);
        var filled = new List<ReaderCell>();
        foreach (var sheet in wanted.Sheets)
        {
            if (content.Sheets.FirstOrDefault(other => other.Name == sheet.Name) is { } other)
            {
                filled.AddRange(SheetComparison.Of(sheet, other, (expected.ReaderCells.Where(cell => cell.Sheet == sheet.Name), tried?.Sheets.First(one => one.Name == sheet.Name).Grid.Cells), differences));
            }
        }

        if (differences.All.All(finding => finding.Rule.Severity != Severity.Error))
        {
            var by = content.Application.Length > 60 ? content.Application[..60] + "…" : content.Application;
            differences.Add(WorkbookRules.SavedAgain, new($"由“{by}”保存；显示和打印的一切都比较过，全部相同", $"saved by '{by}'; all that is shown and printed was compared and is the same"), new("要逐字节核验，请用生成时的原文件", "to prove it byte by byte, use the file as it was written"));
        }

        return new(FindingOrder.Sorted(differences.All), filled);
    }

    private static string Names(WorkbookContent content) => string.Join('、', content.Sheets.Select(sheet => sheet.Name));
}
