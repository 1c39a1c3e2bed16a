using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Sources;

/// <summary>A file is read whole whatever it had for a length when it was listed.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-file-").FullName;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(70_000)]
    [InlineData((1 << 20) + 3)]
    public void It_may_have_grown_or_shrunk_since(int length)
    {
        var path = Path.Combine(folder, "记录.yaml");
        var bytes = Enumerable.Range(0, length).Select(place => (byte)(place * 7)).ToArray();
        File.WriteAllBytes(path, bytes);
        foreach (var listed in new[] { length, 0, length / 2, length + 1, (2 * length) + 100 })
        {
            Assert.Equal(bytes, WholeFile.Read(path, listed));
        }
    }

    [Fact]
    public void What_is_gone_or_no_file_is_refused()
    {
        Assert.ThrowsAny<IOException>(() => WholeFile.Read(Path.Combine(folder, "gone.yaml"), 10));
        Assert.ThrowsAny<UnauthorizedAccessException>(() => WholeFile.Read(folder, 10));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
