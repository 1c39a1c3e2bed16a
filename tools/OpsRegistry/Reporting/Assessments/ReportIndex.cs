using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>The page of all published periods, contract by contract.</summary>
internal static class ReportIndex
{
    /// <summary>Writes <c>reports/README.md</c>.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ContractResult> results)
    {
        WriteHead(output);
        foreach (var result in results)
        {
            WritePart(output, result);
        }
    }

    /// <summary>Writes what stands above the contracts.</summary>
    public static void WriteHead(TextWriter output)
    {
        AssessmentMarkdown.WriteMark(output);
        Write(output, new Block.Heading(Text.Same("考核结果 / Assessment results"), "title"));
    }

    /// <summary>Writes a contract's part.</summary>
    public static void WritePart(TextWriter output, ContractResult result) => Write(
        output,
        new Block.Heading(result.Folder.Terms.Title, result.Folder.Name) { Level = 2 },
        new Block.TableBlock(PublishedTable.For(result)));

    private static void Write(TextWriter output, params Block[] blocks) => new BlockMarkdown(output, Language.Zh) { Dialect = new BesideReports() }.Write(blocks);

    /// <summary>Markdown in the folder below which the reports lie.</summary>
    private sealed class BesideReports : MarkdownDialect
    {
        public override string? AddressOf(Anchor to) => to.IsPeriod ? $"{to.Id}/assessment.md" : base.AddressOf(to);
    }
}
