namespace OpsRegistry.Model;

internal sealed partial record SigningKey
{
    /// <summary>True where the key may sign a seal whose cut-off is on a day.</summary>
    public bool MaySignOn(LocalDate day) => (From is not { } from || from <= day) && (To is not { } to || day < to);
}
