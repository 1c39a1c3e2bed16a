using OpsRegistry.Samples;
using OpsRegistry.Samples.Writing;
using Xunit;

namespace OpsRegistry.Tests.Data;

public sealed class SampleFilesTests
{
    /// <summary>Red: run <c>dotnet run --project tools/samples -- .</c> and read the diff.</summary>
    [Theory]
    [InlineData("records")]
    [InlineData("evidence")]
    public void The_committed_files_are_what_the_samples_program_writes(string part)
    {
        var root = Directory.CreateTempSubdirectory("opsreg-samples-").FullName;
        try
        {
            new ContractWriter(root, PingdingshanYear.Contract).Write(PingdingshanYear.Records());
            Assert.Equal(FilesBelow(root, part), FilesBelow(Golden.RepositoryRoot, part));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static SortedDictionary<string, string> FilesBelow(string root, string part)
    {
        var folder = Path.Combine(root, "ops-registry", "contracts", PingdingshanYear.Contract, part);
        return new(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText),
            StringComparer.Ordinal);
    }
}
