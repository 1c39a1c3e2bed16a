using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private static readonly string[] Incident =
    [
        "--set", "summary=门户打不开", "--set", "category=fault", "--set", "systems=portal", "--set", "channel=phone", "--set", "reportedAt=09:40", "--set", "attributable=否",
        "--set", "causeCategory=carrier", "--set", "severity=level-2", "--set", "respondedAt=09:45", "--set", "restoredAt=10:00", "--set", "resolvedAt=11:00", "--set", "responders=example-eng-01", "--set", "seriousImpact=no",
        "--set", "interruptions=[{from: 2026-01-20T09:40:00+08:00, to: 2026-01-20T10:00:00+08:00}]",
    ];

    private readonly GitFixture repository = GitFixture.Example().CheckOut();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_record_whose_fields_are_given_is_written_under_the_next_number_and_passes_the_check()
    {
        var outcome = Run(["事件", "example-2026", "--on", "2026-01-20", .. Incident]);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        var path = outcome.Lines[0];
        Assert.Equal("ops-registry/contracts/example-2026/records/2026/01/incident-2026-0002.yaml", path);
        Assert.StartsWith("# yaml-language-server: $schema=../../../../../../schemas/incident.schema.json\n", File.ReadAllText(Path.Combine(repository.Root, path)), StringComparison.Ordinal);
        Assert.Equal(0, repository.Run("check", path).Exit);
        Assert.EndsWith("incident-2026-0003.yaml", Run(["incident", "--on", "2026-01-20", .. Incident]).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_a_program_is_told_what_must_be_filled_in()
    {
        var outcome = Run("inspection", "--on", "2026-01-20", "--dry-run", "--format", "json");
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(0, outcome.Exit);
        Assert.False(json.RootElement.GetProperty("isWritten").GetBoolean());
        Assert.False(File.Exists(Path.Combine(repository.Root, json.RootElement.GetProperty("path").GetString()!)));
        var fields = json.RootElement.GetProperty("toFill").EnumerateArray().Select(field => field.GetProperty("field").GetString()).ToList();
        Assert.Contains("inspector", fields);
        Assert.DoesNotContain("performedOn", fields);
    }

    [Fact]
    public void What_is_asked_for_can_be_answered_line_by_line()
    {
        var (input, lines) = (Console.In, "迟到\nlateOffHours\nexample-eng-01\n21:30\n");
        Console.SetIn(new StringReader(lines));
        try
        {
            var outcome = Run("attendance", "example-2026", "--on", "2026-01-20", "--ask", "--dry-run");
            Assert.Contains("> ", outcome.Error, StringComparison.Ordinal);
            Assert.Contains("  event: lateOffHours\n", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("  person: example-eng-01\n", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("  notedAt: 2026-01-20T21:30:00+08:00\n", outcome.Output, StringComparison.Ordinal);
        }
        finally
        {
            Console.SetIn(input);
        }
    }

    [Theory]
    [InlineData(2, "事件件", "事件")]
    [InlineData(1, "person", "--name")]
    public void A_slip_is_told_with_what_was_probably_meant(int exit, string kind, string remedy)
    {
        var outcome = Run(kind, "example-2026");
        Assert.Equal(exit, outcome.Exit);
        Assert.Contains(remedy, outcome.Error, StringComparison.Ordinal);
    }

    private Outcome Run(params string[] arguments) => repository.Run(["new", .. arguments]);
}
