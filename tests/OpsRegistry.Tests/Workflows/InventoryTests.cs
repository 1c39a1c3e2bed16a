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

    /// <summary>A version that was raised without <c>tools/release --renew-locks</c> would fail at the next release; here it fails at once.</summary>
    [Fact]
    public void The_lock_files_hold_every_package_of_the_program_at_its_version()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tools/OpsRegistry.Releasing/locks/OpsRegistry.Cli.json")));
        var held = locked.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject()
            .Where(package => package.Value.TryGetProperty("resolved", out _)).ToDictionary(package => package.Name, package => package.Value.GetProperty("resolved").GetString());
        Assert.NotEmpty(Packages);
        Assert.All(Packages, package => Assert.Equal(package.Version, held.GetValueOrDefault(package.Name)));
    }

    [Fact]
    public void The_provenance_names_each_file_each_package_and_the_commit_and_no_commit_for_edited_sources()
    {
        var statement = Provenance.Write("1.2.3", "0123456789012345678901234567890123456789", Packages, [("opsreg.nupkg", new('a', 64))]);
        using var read = JsonDocument.Parse(statement);
        Assert.Equal("https://in-toto.io/Statement/v1", read.RootElement.GetProperty("_type").GetString());
        Assert.Equal(new('a', 64), read.RootElement.GetProperty("subject")[0].GetProperty("digest").GetProperty("sha256").GetString());
        var sources = read.RootElement.GetProperty("predicate").GetProperty("buildDefinition").GetProperty("resolvedDependencies");
        Assert.Equal(Packages.Count + 1, sources.GetArrayLength());
        Assert.Equal("0123456789012345678901234567890123456789", sources[0].GetProperty("digest").GetProperty("gitCommit").GetString());
        Assert.DoesNotContain("gitCommit", Provenance.Write("1.2.3", null, Packages, []), StringComparison.Ordinal);
    }
}
