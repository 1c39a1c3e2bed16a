using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class FixCommandTests : IDisposable
{
    private const string Records = "ops-registry/contracts/example-2026/records/2026";
    private const string Incident = $"{Records}/01/incident-2026-0001.yaml";
    private const string Inspection = $"{Records}/01/inspection-2026-0001.yaml";
    private const string Proof = "ops-registry/contracts/example-2026/evidence/inspection-2026-0001-report.md";

    private readonly GitFixture repository = GitFixture.Example().CheckOut();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_record_under_the_wrong_name_in_the_wrong_month_with_the_wrong_contract_is_put_right()
    {
        var text = Read(Incident).Replace("门户", "登录页", StringComparison.Ordinal).Replace("name: incident-2026-0001", "name: incident-2026-0009", StringComparison.Ordinal).Replace("contract: example-2026", "contract: exampel-2026", StringComparison.Ordinal);
        Write($"{Records}/03/incident-2026-0002.yaml", text);
        var outcome = Fix();
        Assert.Equal(0, outcome.Exit);
        Assert.False(File.Exists(Full($"{Records}/03/incident-2026-0002.yaml")));
        var mended = Read($"{Records}/01/incident-2026-0002.yaml");
        Assert.Contains("  name: incident-2026-0002\n  contract: example-2026\n", mended, StringComparison.Ordinal);
        Assert.Equal(0, repository.Run("check", "--severity", "error").Exit);
    }

    [Fact]
    public void A_digest_is_mended_in_a_record_that_is_new_and_never_in_one_that_is_merged()
    {
        File.AppendAllText(Full(Proof), "more\n");
        var outcome = Fix();
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("nothing that can be mended", outcome.Output, StringComparison.Ordinal);
        Write(Inspection, Read(Inspection) + "# mine now\n");
        Assert.Equal(0, Fix().Exit);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Full(Proof)))), Read(Inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_of_other_zones_become_beijing_time_in_what_is_new()
    {
        Write(Incident, Read(Incident).Replace("reportedAt: 2026-01-08T10:05:00+08:00", "reportedAt: 2026-01-08T02:05:00Z", StringComparison.Ordinal));
        Assert.Equal(0, Fix().Exit);
        Assert.Contains("reportedAt: 2026-01-08T10:05:00+08:00\n", Read(Incident), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_says_the_same_and_writes_nothing_and_a_program_can_read_it()
    {
        Write(Incident, Read(Incident).Replace("name: incident-2026-0001", "name: incident-2026-0007", StringComparison.Ordinal));
        var before = Read(Incident);
        using var json = JsonDocument.Parse(Fix("--dry-run", "--format", "json").Output);
        Assert.Equal(before, Read(Incident));
        Assert.Equal("incident-2026-0001", json.RootElement.GetProperty("mended")[0].GetProperty("written").GetString());
        Assert.False(json.RootElement.GetProperty("isWritten").GetBoolean());
        Assert.Contains("  → incident-2026-0001", Fix("--dry-run").Output, StringComparison.Ordinal);
        Assert.Contains("nothing that can be mended", Fix($"{Records}/02").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_record_under_a_number_that_is_taken_gets_the_next_and_a_copy_of_one_is_left_to_a_person()
    {
        var spec = "apiVersion: ops-registry/v1\nkind: Attendance\nmetadata:\n  name: attendance-2026-0001\n  contract: example-2026\n  provenance: entered\nspec:\n  person: example-eng-01\n  event: lateOffHours\n  notedAt: 2026-01-20T09:40:00+08:00\n";
        Write($"{Records}/01/attendance-2026-0001.yaml", spec);
        Write($"{Records}/02/attendance-2026-0001.yaml", spec.Replace("2026-01-20", "2026-02-03", StringComparison.Ordinal));
        Assert.Contains("  → ops-registry/contracts/example-2026/records/2026/02/attendance-2026-0002.yaml", Fix().Output, StringComparison.Ordinal);
        Assert.Contains("  name: attendance-2026-0002\n", Read($"{Records}/02/attendance-2026-0002.yaml"), StringComparison.Ordinal);
        Assert.False(File.Exists(Full($"{Records}/02/attendance-2026-0001.yaml")));
    }

    [Fact]
    public void What_would_stand_in_another_files_place_is_left_to_a_person()
    {
        Write($"{Records}/02/incident-2026-0001.yaml", Read(Incident).Replace("门户", "门户二", StringComparison.Ordinal));
        Assert.Equal(1, Fix().Exit);
        Assert.True(File.Exists(Full($"{Records}/02/incident-2026-0001.yaml")));
    }

    private Outcome Fix(params string[] arguments) => repository.Run(["fix", "--lang", "en", .. arguments]);

    private string Full(string path) => Path.Combine(repository.Root, path);

    private string Read(string path) => File.ReadAllText(Full(path));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
