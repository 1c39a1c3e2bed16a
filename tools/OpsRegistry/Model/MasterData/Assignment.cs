namespace OpsRegistry.Model;

internal sealed partial record Assignment
{
    /// <summary>True on a day of the assignment.</summary>
    public bool Covers(LocalDate day) => From <= day && (To is not { } to || day < to);
}
