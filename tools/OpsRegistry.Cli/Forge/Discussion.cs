namespace OpsRegistry.Cli.Forge;

/// <summary>What comments stand under: on some forges requests and issues are counted together, on others each by itself.</summary>
/// <param name="Number">The number as the forge writes it.</param>
/// <param name="IsRequest">True for a request, false for an issue.</param>
internal sealed record Discussion(string Number, bool IsRequest)
{
    /// <summary>Under a request.</summary>
    public static Discussion UnderRequest(int number) => new(number.ToString(CultureInfo.InvariantCulture), IsRequest: true);

    /// <summary>Under an issue.</summary>
    public static Discussion UnderIssue(int number) => new(number.ToString(CultureInfo.InvariantCulture), IsRequest: false);
}
