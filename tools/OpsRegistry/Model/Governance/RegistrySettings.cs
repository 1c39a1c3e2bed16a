namespace OpsRegistry.Model;

internal sealed partial record RegistrySettings
{
    /// <summary>What <see cref="FiledWithinDays"/> is where nothing is said.</summary>
    public const int DaysToFile = 15;
}
