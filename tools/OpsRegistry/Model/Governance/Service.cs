using OpsRegistry.Time;

namespace OpsRegistry.Model;

internal sealed partial record Service
{
    /// <summary>The days it is served: its term, or its licences' span, or the whole contract where the source prints neither.</summary>
    public DateSpan ActiveDays(Term contract)
    {
        var printed = Term is not null ? [Term] : Licences;
        var whole = new DateSpan(contract.Start, contract.End);
        if (printed.Count == 0)
        {
            return whole;
        }

        var active = DateSpan.Inclusive(printed.Min(term => term.Start), printed.Max(term => term.End)).Intersect(whole);
        return active.IsEmpty ? whole : active;
    }
}
