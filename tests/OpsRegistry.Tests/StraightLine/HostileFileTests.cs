using System.Text;
using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Files that attack the tool stand in the real registry: each is one finding with its place, and hides nothing else.</summary>
public sealed class HostileFileTests
{
    private const string Folder = "ops-registry/contracts/pingdingshan-2025/records/2026/01/";

    /// <summary>A record that is in order, so that the one fault put into it is the only one.</summary>
    private const string Sound = """
        apiVersion: ops-registry/v1
        kind: Attendance
        metadata:
          name: attendance-2026-9001
          contract: pingdingshan-2025
          provenance: sample
        spec:
          event: absence
          person: pds-plat-03
          notedAt: 2026-01-20T09:00:00+08:00
          excused: true

        """;

    private static readonly (string Name, byte[] Bytes, string Finding)[] Files =
    [
        ("attendance-2026-9001", Utf8(new string('[', 10_000)), "OPS005 1:33"),
        ("attendance-2026-9002", Utf8(Sound.Replace("  excused: true", "  excused: true\n  excused: false", StringComparison.Ordinal)), "OPS008 12:3"),
        ("attendance-2026-9003", Utf8(Sound.Replace("kind: Attendance", "kind: Attendance # x\u0085kind: Incident", StringComparison.Ordinal)), "OPS002 2:21"),
        ("attendance-2026-9004", Utf8(Sound.Replace("  event: absence", "  event:\tabsence", StringComparison.Ordinal)), "OPS010 8:9"),
        ("attendance-2026-9005", Utf8(Sound.Replace("person: pds-plat-03", "person: *someone", StringComparison.Ordinal)), "OPS006 9:11"),
        ("attendance-2026-9006", Utf8(Sound + "# " + new string('x', 2 * 1024 * 1024)), "OPS003 1:1"),
        ("attendance-2026-9007", [.. Utf8(Sound), (byte)'#', 0xC3, 0x28, (byte)'\n'], "OPS001 12:2"),
    ];

    [Fact]
    public void Each_is_one_finding_with_a_place_and_the_rest_is_still_checked()
    {
        using var registry = TemporaryRegistry.Real();
        var before = Findings(registry.Run("check", "--format", "json"));
        foreach (var (name, bytes, _) in Files)
        {
            registry.Write($"{Folder}{name}.yaml", bytes);
        }

        File.CreateSymbolicLink(registry.File($"{Folder}attendance-2026-9008.yaml"), "/etc/hostname");
        var ran = registry.Run("check", "--format", "json");
        Assert.Equal(1, ran.Exit);
        var after = Findings(ran);
        var expected = Files.Select(file => $"{Folder}{file.Name}.yaml {file.Finding}").Append($"{Folder}attendance-2026-9008.yaml OPS009 1:1");
        Assert.Equal(string.Join('\n', expected), string.Join('\n', after.Except(before)));
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public void Publishing_refuses_and_writes_nothing_while_there_are_errors()
    {
        using var registry = TemporaryRegistry.Harbour();
        registry.Write("ops-registry/contracts/harbour-2026/records/2026/01/broken.yaml", "a: [");
        var ran = registry.Run("publish");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("OPS004", ran.Output, StringComparison.Ordinal);
        Assert.Equal("opsreg：登记库有错误，没有发布\n", ran.Error);
        Assert.False(Directory.Exists(registry.File("reports")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static List<string> Findings(Outcome ran)
    {
        using var json = JsonDocument.Parse(ran.Output);
        return json.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("path")} {finding.GetProperty("rule")} {finding.GetProperty("line")}:{finding.GetProperty("column")}")
            .ToList();
    }
}
