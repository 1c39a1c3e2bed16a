using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Figures beside their labels: two of them on a line of a narrow sheet, one with its explanation on a line of a wide one.</summary>
internal static class FigureGrid
{
    private const int Narrow = 4;

    /// <summary>How many rows they take.</summary>
    public static int RowsOf(IReadOnlyList<Figure> figures, int columns) => columns == Narrow ? Pairs(figures).Count() : figures.Count;

    /// <summary>The figures, line by line; one with an explanation has its line for itself.</summary>
    public static IEnumerable<IReadOnlyList<Figure>> Pairs(IReadOnlyList<Figure> figures)
    {
        Figure? waiting = null;
        foreach (var figure in figures)
        {
            if (figure.IsWide)
            {
                if (waiting is not null)
                {
                    yield return [waiting];
                }

                waiting = null;
                yield return [figure];
            }
            else if (waiting is null)
            {
                waiting = figure;
            }
            else
            {
                yield return [waiting, figure];
                waiting = null;
            }
        }

        if (waiting is not null)
        {
            yield return [waiting];
        }
    }
}
