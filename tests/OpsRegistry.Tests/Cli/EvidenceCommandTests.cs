using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OpsRegistry.Intake;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class EvidenceCommandTests : IDisposable
{
    private const string Inspection = "ops-registry/contracts/example-2026/records/2026/01/inspection-2026-0001.yaml";
    private const string Request = "ops-registry/contracts/example-2026/records/2026/02/service-request-2026-0001.yaml";
    private const string Evidence = "ops-registry/contracts/example-2026/evidence";

    private readonly GitFixture repository = GitFixture.Example().CheckOut();
    private readonly string office = Directory.CreateTempSubdirectory("opsreg-office-").FullName;

    public void Dispose()
    {
        repository.Dispose();
        Directory.Delete(office, recursive: true);
    }

    [Fact]
    public void A_file_of_whatever_name_becomes_a_proof_and_only_its_lines_are_added_to_the_record()
    {
        var before = File.ReadAllLines(Path.Combine(repository.Root, Request));
        var outcome = Add("service-request-2026-0001", [Office("巡检报告 （11月）第 1 版.PDF", "one")], "工单");
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.True(File.Exists(Path.Combine(repository.Root, Evidence, "2026/02/巡检报告-11月-第-1-版.PDF")));
        var after = File.ReadAllLines(Path.Combine(repository.Root, Request));
        Assert.Empty(before.Except(after));
        Assert.Contains("    - role: workOrder", after);
        Assert.Contains("      file: 2026/02/巡检报告-11月-第-1-版.PDF", after);
        Assert.Equal(0, repository.Run("check", Request, Evidence).Exit);
    }

    [Fact]
    public void The_same_bytes_are_kept_once_other_bytes_of_the_same_name_beside_them_and_nothing_is_written_over()
    {
        Assert.Equal(0, Add(Request, [Office("a.txt", "one")], "report").Exit);
        using var again = JsonDocument.Parse(Add(Request, [Office("b.txt", "one"), Office("x/a.txt", "two")], "report", "--format", "json").Output);
        var proofs = again.RootElement.GetProperty("evidence").EnumerateArray().ToList();
        Assert.Equal([$"{Evidence}/2026/02/a.txt", $"{Evidence}/2026/02/a-2.txt"], proofs.Select(proof => proof.GetProperty("path").GetString()));
        Assert.Equal([true, false], proofs.Select(proof => proof.GetProperty("wasThere").GetBoolean()));
        Assert.Equal("one", File.ReadAllText(Path.Combine(repository.Root, Evidence, "2026/02/a.txt")));
        Assert.Equal(2, File.ReadAllText(Path.Combine(repository.Root, Request)).Split("- role: report").Length - 1);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_done_and_a_link_is_refused()
    {
        var before = File.ReadAllBytes(Path.Combine(repository.Root, Inspection));
        var outcome = Add("inspection-2026-0001", [Office("photo.jpg", "p")], "photo", "--dry-run");
        Assert.Contains("→ ops-registry/contracts/example-2026/evidence/2026/01/photo.jpg", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(repository.Root, Inspection)));
        Assert.False(File.Exists(Path.Combine(repository.Root, Evidence, "2026/01/photo.jpg")));
        File.CreateSymbolicLink(Path.Combine(office, "link.txt"), "/etc/hostname");
        Assert.Equal(2, Add("inspection-2026-0001", [Path.Combine(office, "link.txt")], "photo").Exit);
        Assert.Equal(2, Add("inspection-2026-9999", [Office("photo.jpg", "p")], "photo").Exit);
    }

    [Theory]
    [InlineData("报告.pdf", "报告.pdf")]
    [InlineData("2026年11月 巡检报告（终稿）.docx", "2026年11月-巡检报告-终稿.docx")]
    [InlineData("..\\..\\evil.txt", "evil.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("CON.txt", "file-CON.txt")]
    [InlineData(".gitignore", "file.gitignore")]
    [InlineData("-rf.txt", "rf.txt")]
    [InlineData("a  b;$(x)`.txt", "a-b-x.txt")]
    [InlineData("...", "file")]
    [InlineData("照片1.JPG", "照片1.JPG")]
    [InlineData("ﾌｧｲﾙ😀.png", "file.png")]
    public void A_name_is_made_that_every_system_can_hold(string given, string name) => Assert.Equal(name, EvidenceName.Make(given));

    [Fact]
    public void Whatever_a_file_is_called_its_name_is_one_that_the_schema_accepts_and_making_it_again_changes_nothing()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var given = string.Concat(Enumerable.Range(0, random.Next(1, 300)).Select(_ => random.Next(4) switch
            {
                0 => (char)random.Next(32, 127),
                1 => (char)random.Next(0x4e00, 0x9fff),
                2 => "./\\ -_．（）　"[random.Next(10)],
                _ => (char)random.Next(1, 0xffff),
            }));
            var name = EvidenceName.Make(given);
            Assert.Matches("^[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff._-]*$", name);
            Assert.DoesNotContain("..", name, StringComparison.Ordinal);
            Assert.True(Encoding.UTF8.GetByteCount(name) < 240, name);
            Assert.Equal(name, EvidenceName.Make(name));
        }
    }

    [Fact]
    public void A_zip_is_unpacked_under_limits_with_chinese_names_from_windows_and_macs_and_without_what_systems_leave_behind()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var (files, refusal) = HandedFiles.Read(Zip(gbk, ("证据/报告.txt", "r"), ("照片.jpg", "p"), ("__MACOSX/._照片.jpg", "x"), ("证据/Thumbs.db", "x")), 1000, unpacks: true);
        Assert.Null(refusal);
        Assert.Equal(["照片.jpg", "证据/报告.txt"], files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["报告.txt"], HandedFiles.Read(Zip(Encoding.UTF8, ("报告.txt", "r")), 1000, unpacks: true).Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("../out.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x.txt")]
    [InlineData("a/../../b.txt")]
    public void A_name_that_leads_out_of_the_zip_is_refused(string name)
    {
        var (files, refusal) = HandedFiles.Read(Zip(Encoding.UTF8, ("good.txt", "g"), (name, "x")), 1000, unpacks: true);
        Assert.Empty(files);
        Assert.Contains(name.Replace('\\', '/'), refusal!.Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_two_files_of_one_name_and_a_link_in_a_zip_are_refused()
    {
        Assert.NotNull(HandedFiles.Read(Zip(Encoding.UTF8, ("zeros.txt", new string('0', 100_000))), 1000, unpacks: true).Refusal);
        Assert.NotNull(HandedFiles.Read(Zip(Encoding.UTF8, ("a.txt", "1"), ("A.txt", "2")), 1000, unpacks: true).Refusal);
        Assert.NotNull(HandedFiles.Read(Zip(Encoding.UTF8, [.. Enumerable.Range(0, HandedFiles.MostFiles + 1).Select(number => ($"{number}.txt", "x"))]), 1000, unpacks: true).Refusal);
        var path = Path.Combine(office, "link.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var writer = new StreamWriter(entry.Open());
            writer.Write("/etc/passwd");
        }

        Assert.NotNull(HandedFiles.Read(path, 1000, unpacks: true).Refusal);
        File.WriteAllText(Path.Combine(office, "no.zip"), "no zip");
        Assert.NotNull(HandedFiles.Read(Path.Combine(office, "no.zip"), 1000, unpacks: true).Refusal);
    }

    private Outcome Add(string record, string[] files, string role, params string[] more) => repository.Run(["evidence", "add", record, .. files, "--role", role, .. more]);

    private string Office(string name, string content)
    {
        var path = Path.Combine(office, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private string Zip(Encoding names, params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(office, Path.GetRandomFileName() + ".zip");
        using var stream = File.Create(path);

        // Names stand as bytes and no flag says of what encoding, as Windows and Macs write them.
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: false, Encoding.Latin1);
        foreach (var (name, content) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(Encoding.Latin1.GetString(names.GetBytes(name))).Open());
            writer.Write(content);
        }

        return path;
    }
}
