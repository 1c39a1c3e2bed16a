using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reforms;

/// <summary>What contracts' past periods would have come to under other terms, as blocks and for machines.</summary>
internal static class ReformReport
{
    /// <summary>Reforms as blocks.</summary>
    public static IReadOnlyList<Block> Blocks(IReadOnlyList<Reform> reforms) => reforms.SelectMany(reform => (IEnumerable<Block>)
    [
        new Block.Heading(new($"{reform.Contract}：按草案重新评分", $"{reform.Contract}: scored again with the draft"), reform.Contract),
        .. Block.Part(ReformTable.For(reform)),
        .. Block.Part(ReformMoveTable.For(reform)),
    ]).ToList();

    /// <summary>Writes reforms for machines.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Reform> reforms, Language language) =>
        JsonOutput.Write<IReadOnlyList<ReformEntry>>(output, reforms.Select(reform => new ReformEntry(
            reform.Contract,
            reform.Changed.Select(change => change.Path).ToList(),
            reform.Periods.Select(period => new ReformPeriod(
                period.Period.Id,
                period.Before?.Assessment.Total, period.After?.Assessment.Total, period.PointsMoved,
                period.Before?.Assessment.Band?.Id, period.After?.Assessment.Band?.Id,
                period.Before?.Settlement.Total, period.After?.Settlement.Total, period.YuanMoved)).ToList(),
            reform.Moves.Select(move => new ReformMoveEntry(
                move.Period, move.Indicator, move.Id, move.Reason.In(language), move.PointsBefore, move.PointsAfter, move.YuanBefore, move.YuanAfter,
                move.Why.Select(ReformMoveTable.Shown).ToList())).ToList())).ToList());
}

/// <summary>What a contract's past periods would have come to under a draft.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Files">The files that the draft changes.</param>
/// <param name="Periods">Every period that has begun.</param>
/// <param name="Moves">Every difference.</param>
internal sealed record ReformEntry(string Contract, IReadOnlyList<string> Files, IReadOnlyList<ReformPeriod> Periods, IReadOnlyList<ReformMoveEntry> Moves);

/// <summary>A period as it is and as it would be.</summary>
/// <param name="Period">Its id.</param>
/// <param name="ScoreBefore">Its score as written; null while undetermined.</param>
/// <param name="ScoreAfter">Its score with the draft; null while undetermined.</param>
/// <param name="PointsMoved">Points gained or lost; null where either is undetermined.</param>
/// <param name="BandBefore">Its band's id as written; null for none.</param>
/// <param name="BandAfter">Its band's id with the draft; null for none.</param>
/// <param name="YuanBefore">Yuan deducted as written; null while undetermined.</param>
/// <param name="YuanAfter">Yuan deducted with the draft; null while undetermined.</param>
/// <param name="YuanMoved">Yuan deducted more or less; null where either is undetermined.</param>
internal sealed record ReformPeriod(
    string Period, Exact? ScoreBefore, Exact? ScoreAfter, Exact? PointsMoved, string? BandBefore, string? BandAfter, Exact? YuanBefore, Exact? YuanAfter, Exact? YuanMoved);

/// <summary>One difference.</summary>
/// <param name="Period">The period.</param>
/// <param name="Indicator">The indicator; null for money.</param>
/// <param name="Id">The deduction's or the line's id.</param>
/// <param name="Reason">Why it is taken.</param>
/// <param name="PointsBefore">Points taken as written; null for money.</param>
/// <param name="PointsAfter">Points taken with the draft; null for money.</param>
/// <param name="YuanBefore">Yuan taken as written; null for points, and where undetermined.</param>
/// <param name="YuanAfter">Yuan taken with the draft; null for points, and where undetermined.</param>
/// <param name="Why">The changed fields behind it, with both values.</param>
internal sealed record ReformMoveEntry(
    string Period, string? Indicator, string Id, string Reason, Exact? PointsBefore, Exact? PointsAfter, Exact? YuanBefore, Exact? YuanAfter, IReadOnlyList<string> Why);
