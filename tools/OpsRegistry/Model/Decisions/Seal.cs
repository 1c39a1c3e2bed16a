namespace OpsRegistry.Model;

internal sealed partial record Seal
{
    /// <summary>True on a day that the seal closes: the period's own days.</summary>
    public bool Holds(LocalDate day) => From <= day && day < To;
}
