using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>口径与敏感性: how unclear clauses are read, and what each other reading would change in points and yuan.</summary>
internal static class ReadingSheet
{
    public static Sheet For(AssessmentBook book) => new("readings", new("口径与敏感性", "Readings"), new("条款的理解及其影响", "how clauses are read, and what that changes"))
    {
        IsLandscape = true,
        Title = new("条款口径与敏感性", "Readings of clauses"),
        Grid = [17, 46, 13, 13, 16, 16, 26],
        Blocks = BlocksOf(book).ToList(),
    };

    private static IEnumerable<Block> BlocksOf(AssessmentBook book)
    {
        var inForce = InForceTable.For(book.Folder, book.Period);
        if (inForce.RowCount == 0)
        {
            yield return new Block.Paragraph(inForce.WhenEmpty) { Tone = Tone.Faint };
            yield break;
        }

        yield return new Block.Heading(new("一、换一种理解会怎样", "1. What other readings would change"), "sensitivity");
        yield return new Block.TableBlock(ReadingTable.For(book.Period) with { Notes = Notes(book).ToList() });
        yield return new Block.Heading(new("二、现行理解", "2. Readings in force"), "inForce");
        yield return new Block.TableBlock(inForce);
    }

    private static IEnumerable<Text> Notes(AssessmentBook book)
    {
        foreach (var item in book.Folder.Interpretations?.Items ?? [])
        {
            foreach (var option in item.Options)
            {
                if (option.NotComputed is { } why)
                {
                    yield return new($"{item.Key}“{option.Title.Zh}”不计算：{why.Zh}", $"{item.Key} '{option.Title.En}' is not computed: {why.En}");
                }
            }
        }

        yield return new(
            $"每行只换一个键，其余照现行理解。“{ReadingTable.NeedsDecision.Zh}”：换一种理解会落入另一档次，而双方尚未作出决定，本期不应据此付款。",
            "Each row changes one key alone. What is to be decided first leads into another band, and the parties have not decided: the period should not be paid by it.");
    }
}
