using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>Where a contract has no system yet, the remedy begins with one.</summary>
public sealed class IncidentOfNothingTests
{
    private const string Incident = "ops-registry/contracts/harbour-2026/records/2026/01/incident-2026-0001.yaml";

    [Theory]
    [InlineData(true, "name systems (files under systems/)")]
    [InlineData(false, "./opsreg new system harbour-2026")]
    public void The_remedy_names_what_the_contract_lacks(bool hasSystems, string remedy)
    {
        using var registry = TemporaryRegistry.Harbour();
        var lines = File.ReadAllLines(registry.File(Incident)).Where(line => !line.StartsWith("  systems:", StringComparison.Ordinal));
        registry.Write(Incident, string.Join('\n', lines) + "\n");
        if (!hasSystems)
        {
            Directory.Delete(registry.File("ops-registry/contracts/harbour-2026/systems"), recursive: true);
        }

        Assert.Contains(remedy, registry.Run("check", Incident, "--lang", "en").Output, StringComparison.Ordinal);
    }
}
