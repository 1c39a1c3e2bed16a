using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>git keeps a proof byte for byte, whatever the repository's attributes and a person's settings do to other files.</summary>
public sealed class ProofBytesTests : IDisposable
{
    private const string Folder = "ops-registry/contracts/example-2026/evidence/2026/01";

    private static readonly string[] Names = ["a.txt", "a.csv", "a.log", "a.eml", "a.rtf", "a.html", "a.md", "a.json", "a.yaml", "a.ps1", "a.xlsx", "a.png", "a.pdf", "README.md", "报告.txt", "no-extension", "issue.md"];
    private static readonly byte[][] Contents = [Encoding.ASCII.GetBytes("one\r\ntwo\r\n"), Encoding.ASCII.GetBytes("one\ntwo\r\nthree\r"), [0xB1, 0xA8, 0x0D, 0x0A, 0xB8, 0xE6], [0xFF, 0xFE, 0x41, 0x00, 0x0D, 0x00, 0x0A, 0x00], Encoding.ASCII.GetBytes("$Id$\r\n")];

    private readonly string root = Directory.CreateTempSubdirectory("opsreg-attributes-").FullName;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData("true", ".gitattributes")]
    [InlineData("input", ".gitattributes")]
    [InlineData("false", ".gitattributes")]
    [InlineData("true", "tools/OpsRegistry.Cli/Starter/dot-gitattributes")]
    public void What_is_added_committed_and_cloned_has_the_bytes_that_were_hashed(string autocrlf, string attributes)
    {
        var (work, clone) = (Path.Combine(root, "work"), Path.Combine(root, "clone"));
        Directory.CreateDirectory(Path.Combine(work, Folder));
        File.Copy(Path.Combine(Golden.RepositoryRoot, attributes), Path.Combine(work, ".gitattributes"));
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, number) in Names.SelectMany(name => Contents.Select((_, number) => (name, number))))
        {
            var file = $"{Folder}/{number}-{name}";
            File.WriteAllBytes(Path.Combine(work, file), Contents[number]);
            digests[file] = Convert.ToHexString(SHA256.HashData(Contents[number]));
        }

        Git(work, autocrlf, "init", "-q", ".");
        Git(work, autocrlf, "add", "-A");
        Git(work, autocrlf, "commit", "-q", "-m", "proofs");
        Git(root, autocrlf, "clone", "-q", "work", "clone");
        Assert.All(digests, proof => Assert.Equal(proof.Value, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(clone, proof.Key))))));
    }

    private static void Git(string folder, string autocrlf, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", $"core.autocrlf={autocrlf}", "-c", "core.safecrlf=false", "-c", "user.name=a test", "-c", "user.email=test@example.invalid", "-c", "protocol.file.allow=always", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
