using OpsRegistry.Assessing;
using OpsRegistry.Model;
using WaitingKey = (string Contract, string? Period, OpsRegistry.Settling.WaitingKind Kind, string Subject);

namespace OpsRegistry.Settling;

/// <summary>One thing that waits for somebody.</summary>
/// <param name="Folder">The contract.</param>
/// <param name="Period">The period it belongs to; null for the contract's own.</param>
/// <param name="Subject">What it is about: a file, a duty, a clause, a line of the form, a tranche.</param>
/// <param name="For">Whose turn it is.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Day">The last day for it; null where none is set.</param>
internal sealed record WaitingItem(ContractFolder Folder, string? Period, WaitingKind Kind, string Subject, Owner For, Text What, LocalDate? Day)
{
    /// <summary>What it could make of the period's result; null where nothing of a result hangs on it.</summary>
    public Moves? Moves { get; init; }

    /// <summary>Yuan to be paid; null where unknown, or where it is about no payment.</summary>
    public decimal? Payable { get; init; }

    /// <summary>Where it stands; null where there is no one place.</summary>
    public RecordReference? At { get; init; }

    /// <summary>What has become of it; what nobody did in time may be past mending.</summary>
    public DueStanding Standing { get; init; } = DueStanding.Open;

    /// <summary>The contract's name.</summary>
    public string Contract => Folder.Name;

    /// <summary>One thing that waits, by its key.</summary>
    public WaitingItem(ContractFolder folder, WaitingKey key, Owner @for, Text what, LocalDate? day)
        : this(folder, key.Period, key.Kind, key.Subject, @for, what, day)
    {
    }

    /// <summary>What makes it the same in two runs; two limits of a record share it.</summary>
    public WaitingKey Key => (Contract, Period, Kind, Subject);

    /// <summary>Whether it is about a payment.</summary>
    public bool IsPayment => Kind is WaitingKind.Payment or WaitingKind.Invoice;

    /// <summary>The most yuan that hang on it; what nobody knows may be any sum.</summary>
    public decimal MostYuan => IsPayment ? Payable ?? decimal.MaxValue : Moves is { } moves ? Most(moves.LeastYuan, moves.MostYuan) : 0m;

    /// <summary>The most points that hang on it.</summary>
    public decimal MostPoints => Moves is { } moves ? Most(moves.LeastPoints, moves.MostPoints) : 0m;

    private static decimal Most(decimal? least, decimal? most) => least is { } low && most is { } high ? Math.Max(-low, high) : decimal.MaxValue;
}

/// <summary>What is waited for.</summary>
internal enum WaitingKind
{
    /// <summary>What the purchaser finds on something that the vendor claims, or on an amount.</summary>
    [Title("认定", "determination")]
    Determination,

    /// <summary>Which reading of an unclear clause holds.</summary>
    [Title("条款理解", "reading")]
    Reading,

    /// <summary>The ruling on a dispute.</summary>
    [Title("异议裁定", "ruling")]
    Ruling,

    /// <summary>Points that only a person can give.</summary>
    [Title("评分", "judgement")]
    Judgement,

    /// <summary>The end of a period's evaluation.</summary>
    [Title("考核", "evaluation")]
    Evaluation,

    /// <summary>The seal on a final result.</summary>
    [Title("封存", "seal")]
    Seal,

    /// <summary>A payment that is due.</summary>
    [Title("付款", "payment")]
    Payment,

    /// <summary>The invoice without which a payment is not due.</summary>
    [Title("发票", "invoice")]
    Invoice,

    /// <summary>What is not done yet and may still be in time.</summary>
    [Title("未到期的事项", "pending")]
    Pending,

    /// <summary>A record or a report whose last day is over.</summary>
    [Title("缺少的记录", "missing record")]
    Missing,
}
