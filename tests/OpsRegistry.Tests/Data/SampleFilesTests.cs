using OpsRegistry.Samples;
using OpsRegistry.Samples.Writing;
using Xunit;

namespace OpsRegistry.Tests.Data;

public sealed class SampleFilesTests
{
    public static TheoryData<string> Contracts => [.. SampleContract.All.Select(contract => contract.Name)];

    /// <summary>Red: run <c>dotnet run --project tools/samples -- .</c> and read the diff.</summary>
    [Theory, MemberData(nameof(Contracts))]
    public void The_committed_files_are_what_the_samples_program_writes(string name)
    {
        var root = Directory.CreateTempSubdirectory("opsreg-samples-").FullName;
        try
        {
            new ContractWriter(root, SampleContract.All.Single(contract => contract.Name == name)).Write();
            Assert.All<string>(["records", "evidence"], part => Assert.Equal(FilesBelow(root, name, part), FilesBelow(Golden.RepositoryRoot, name, part)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static SortedDictionary<string, string> FilesBelow(string root, string contract, string part)
    {
        var folder = Path.Combine(root, "ops-registry", "contracts", contract, part);
        return new(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText),
            StringComparer.Ordinal);
    }
}
