namespace OpsRegistry;

/// <summary>Words that are put together when somebody reads them: of the thousand results that a contract is tried under, one is shown.</summary>
/// <param name="make">Puts them together; it gives the same whenever it is asked.</param>
internal sealed class LaterText(Func<Text> make)
{
    private Made? made;

    /// <summary>The words.</summary>
    public Text Value => (made ??= new(make())).Words;

    /// <summary>Words that are there already.</summary>
    public static implicit operator LaterText(Text words) => new(() => words);

    /// <summary>The same with words of both languages behind them.</summary>
    public LaterText And(Text more) => new(() => new(Value.Zh + more.Zh, Value.En + more.En));

    public override string ToString() => Value.ToString();

    private sealed record Made(Text Words);
}
