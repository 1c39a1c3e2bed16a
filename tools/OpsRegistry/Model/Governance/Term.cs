namespace OpsRegistry.Model;

internal sealed partial record Term
{
    /// <summary>True for a day of the term.</summary>
    public bool Contains(LocalDate day) => Start <= day && day < End;
}
