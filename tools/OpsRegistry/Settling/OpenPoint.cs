using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>One thing that could still move a period's result.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Owner">Whose turn it is.</param>
/// <param name="Due">The last day for it; null where none is set.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Price">What it could make of the result; computed when it is asked for.</param>
internal sealed record OpenPoint(OpenPointKind Kind, Text What, Owner Owner, LocalDate? Due, OpenSubject Subject, Lazy<Moves> Price)
{
    /// <summary>What it could make of the result.</summary>
    public Moves Moves => Price.Value;
}

/// <summary>What could become of a period's score and deduction, as the least and the most that they change by; null while undetermined.</summary>
/// <param name="LeastPoints">The change of the score at its worst, at most 0.</param>
/// <param name="MostPoints">The change of the score at its best, at least 0.</param>
/// <param name="LeastYuan">The change of the yuan deducted at its best for the vendor, at most 0.</param>
/// <param name="MostYuan">The change of the yuan deducted at its worst, at least 0.</param>
internal readonly record struct Moves(decimal? LeastPoints, decimal? MostPoints, decimal? LeastYuan, decimal? MostYuan)
{
    /// <summary>True where the result stays as it is, whatever becomes of it.</summary>
    public bool IsNothing => this == new Moves(0m, 0m, 0m, 0m);

    /// <summary>What other outcomes would change of a result.</summary>
    public static Moves Of(Assessment now, IReadOnlyCollection<Assessment> others) =>
        Of(now, others.Select(other => (other.Total, PeriodSettlement.Settle(other).Total)).ToList());

    /// <summary>What other totals and amounts would change of a result.</summary>
    public static Moves Of(Assessment now, IReadOnlyCollection<(decimal? Total, decimal? Yuan)> others) => Of(now.Total, PeriodSettlement.Settle(now).Total, others);

    /// <summary>The same of a whole result, with what it adjusts.</summary>
    public static Moves Of(PeriodResult now, IReadOnlyCollection<(decimal? Total, decimal? Yuan)> others) => Of(now.Assessment.Total, now.Settlement.Total, others);

    private static Moves Of(decimal? total, decimal? amount, IReadOnlyCollection<(decimal? Total, decimal? Yuan)> others)
    {
        var points = others.Select(other => other.Total - total).Append(0m).ToList();
        var yuan = others.Select(other => other.Yuan - amount).Append(0m).ToList();
        return new(Known(points, points.Min()), Known(points, points.Max()), Known(yuan, yuan.Min()), Known(yuan, yuan.Max()));
    }

    private static decimal? Known(List<decimal?> all, decimal? chosen) => all.Contains(null) ? null : chosen;
}

/// <summary>The kinds of things that keep a result open.</summary>
internal enum OpenPointKind
{
    /// <summary>A limit or a duty that may still be kept or missed.</summary>
    [Title("时限未到", "limit pending")]
    LimitPending,

    /// <summary>A report that is not there yet and whose limit still runs.</summary>
    [Title("报告未交", "report awaited")]
    ReportAwaited,

    /// <summary>A dispute on which nobody has ruled.</summary>
    [Title("异议未裁定", "dispute not ruled on")]
    Dispute,

    /// <summary>A clause that can be read in two ways of which the other leads into another band.</summary>
    [Title("条款理解未定", "reading undecided")]
    ReadingUndecided,

    /// <summary>A fact or an amount that the purchaser must determine.</summary>
    [Title("待认定", "determination wanted")]
    DeterminationWanted,

    /// <summary>Points that only a person can give.</summary>
    [Title("待评分", "judgement wanted")]
    JudgementWanted,

    /// <summary>The days that the contract gives for the evaluation.</summary>
    [Title("评定期内", "days of evaluation")]
    EvaluationDays,
}

/// <summary>Whose turn it is.</summary>
internal enum Owner
{
    /// <summary>The purchaser's.</summary>
    [Title("采购人", "purchaser")]
    Purchaser,

    /// <summary>The vendor's.</summary>
    [Title("供应商", "vendor")]
    Vendor,

    /// <summary>Both parties'.</summary>
    [Title("双方", "both parties")]
    Both,
}

/// <summary>What an open point is about.</summary>
internal abstract record OpenSubject
{
    private OpenSubject()
    {
    }

    /// <summary>What it is called: a record, a duty's span, a key, a dispute, an indicator or a period.</summary>
    public abstract string Name { get; }

    /// <summary>The file; null where it is no one file.</summary>
    public virtual string? Path => null;

    /// <summary>A record.</summary>
    public sealed record OfRecord(Resource Record) : OpenSubject
    {
        public override string Name => Record.Name;

        public override string Path => Record.Path;
    }

    /// <summary>One time that a duty falls due.</summary>
    public sealed record OfDuty(Occurrence Occurrence) : OpenSubject
    {
        public override string Name => Occurrence.Name;
    }

    /// <summary>An unclear clause.</summary>
    public sealed record OfReading(Interpretation Interpretation) : OpenSubject
    {
        public override string Name => Interpretation.Key;
    }

    /// <summary>A dispute.</summary>
    public sealed record OfDispute(DisputeState Dispute) : OpenSubject
    {
        public override string Name => Dispute.Dispute.Name;

        public override string Path => Dispute.Dispute.Path;
    }

    /// <summary>A line of the form.</summary>
    public sealed record OfIndicator(Indicator Indicator) : OpenSubject
    {
        public override string Name => Indicator.Id;
    }

    /// <summary>The period as a whole.</summary>
    public sealed record OfPeriod(AssessmentPeriod Period) : OpenSubject
    {
        public override string Name => Period.Id;
    }
}
