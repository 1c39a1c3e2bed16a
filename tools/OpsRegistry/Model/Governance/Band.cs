namespace OpsRegistry.Model;

internal sealed partial record Band
{
    /// <summary>True for a total inside the band.</summary>
    public bool Contains(decimal total) => (From is not { } from || from <= total) && (Below is not { } below || total < below);
}
