using System.Text.Json;
using System.Xml.Linq;
using OpsRegistry.Releasing;
using Xunit;

namespace OpsRegistry.Tests.Workflows;

/// <summary>What goes with a release says of what the program is made: every package that it holds, and none that only built it.</summary>
public sealed class InventoryTests
{
    private static readonly IReadOnlyList<LinkedPackage> Packages = LinkedPackage.Read(Path.Combine(Golden.RepositoryRoot, ".artifacts/obj/OpsRegistry.Cli/project.assets.json"));

    [Fact]
    public void Every_library_beside_the_program_is_of_a_package_of_the_bill()
    {
        using var bill = JsonDocument.Parse(Inventory.WriteBill(Packages, "1.2.3"));
        Assert.Equal(("CycloneDX", "1.5"), (bill.RootElement.GetProperty("bomFormat").GetString(), bill.RootElement.GetProperty("specVersion").GetString()));
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToDictionary(component => component.GetProperty("name").GetString()!);
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "opsreg.deps.json")));
        var linked = dependencies.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _) && dependencies.RootElement.GetProperty("libraries").GetProperty(library.Name).GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/')[0]).ToList();
        Assert.NotEmpty(linked);
        Assert.All(linked, name => Assert.Contains(name, components.Keys));
        Assert.All(components.Values, component => Assert.Matches("^[0-9a-f]{128}$", component.GetProperty("hashes")[0].GetProperty("content").GetString()!));
        Assert.DoesNotContain("Meziantou.Analyzer", components.Keys);
    }

    [Fact]
    public void Every_package_that_the_projects_name_is_in_the_bill_or_only_builds()
    {
        var named = new[] { "tools/OpsRegistry/OpsRegistry.csproj", "tools/OpsRegistry.Cli/OpsRegistry.Cli.csproj" }
            .SelectMany(file => XDocument.Load(Path.Combine(Golden.RepositoryRoot, file)).Descendants("PackageReference")).Select(reference => (string)reference.Attribute("Include")!);
        Assert.All(named, name => Assert.Contains(name, Packages.Select(package => package.Name)));
    }

    [Fact]
    public void The_notices_name_each_package_with_its_makers_and_its_licence()
    {
        var notices = Inventory.WriteNotices(Packages);
        Assert.All(Packages, package => Assert.Contains($"\n{package.Name} {package.Version}\n{package.Authors}\n{package.Licence}", notices, StringComparison.Ordinal));
        Assert.All(Packages, package => Assert.True(package.Licence.Length > 0 || package.LicenceText is not null, package.Name));
        Assert.Equal(notices, Inventory.WriteNotices(Packages));
    }
}
