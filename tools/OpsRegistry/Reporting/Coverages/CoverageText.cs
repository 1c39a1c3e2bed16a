using OpsRegistry.Interpreting;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Coverages;

/// <summary>What of a source document is modelled, for the terminal: a line a document, then what is left to explain, then the entries where asked for.</summary>
internal static class CoverageText
{
    /// <summary>Writes the coverage of one contract; null for a contract without coverage file.</summary>
    public static void Write(TextWriter output, ContractFolder folder, CoverageMap? map, bool entries, Language language)
    {
        if (map is null)
        {
            output.WriteLine($"{folder.Name,-20} {new Text("没有 coverage.yaml", "has no coverage.yaml").In(language)}");
            return;
        }

        var spec = map.File.Spec;
        output.Write(Tone.Heading, $"{folder.Name,-20} ");
        output.WriteLine(map.IsComplete ? Tone.Plain : Tone.Warning, new Text(
            $"来源 {spec.Source}：{spec.Lines} 行，已建模 {map.ModelledLines} 行，范围外 {map.OutOfScopeLines} 行，{spec.Entries.Count} 条；{(map.IsComplete ? "无未说明的条款" : "有未说明的条款")}",
            $"source {spec.Source}: {spec.Lines} lines, {map.ModelledLines} modelled, {map.OutOfScopeLines} out of scope, {spec.Entries.Count} entries; {(map.IsComplete ? "no unexplained clause" : "with unexplained clauses")}").In(language));
        WriteFaults(output, map, language);
        if (!entries)
        {
            return;
        }

        foreach (var entry in spec.Entries)
        {
            var how = entry.ModelledBy.Count > 0 ? "→ " + VisibleText.Show(string.Join(", ", entry.ModelledBy)) : "✗ " + VisibleText.Show(entry.OutOfScope ?? "");
            output.WriteLine($"  L{entry.From}-L{entry.To}  {VisibleText.Show(entry.Clause)}  {VisibleText.Show(entry.Subject)}");
            output.WriteLine($"      {how}");
        }
    }

    private static void WriteFaults(TextWriter output, CoverageMap map, Language language)
    {
        foreach (var (from, to) in map.Gaps)
        {
            output.WriteLine(new Text($"  L{from}-L{to}：没有条目", $"  L{from}-L{to}: no entry").In(language));
        }

        foreach (var entry in map.Overlaps)
        {
            output.WriteLine(new Text($"  L{entry.From}-L{entry.To}：与前一条重叠", $"  L{entry.From}-L{entry.To}: overlaps the entry before").In(language));
        }

        foreach (var entry in map.Unexplained)
        {
            output.WriteLine(new Text($"  L{entry.From}-L{entry.To}：未建模也未说明理由", $"  L{entry.From}-L{entry.To}: neither modelled nor explained").In(language));
        }

        foreach (var (entry, paths) in map.Entries.Where(pair => pair.LeadingNowhere.Count > 0))
        {
            output.WriteLine(new Text($"  L{entry.From}-L{entry.To}：路径不存在 ", $"  L{entry.From}-L{entry.To}: leads nowhere: ").In(language) + VisibleText.Show(string.Join(", ", paths)));
        }
    }
}
