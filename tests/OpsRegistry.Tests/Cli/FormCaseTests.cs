using System.Text;
using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>
/// A folder of <c>tests/forms</c> is a workbook as people send it: <c>form.xlsx</c> (or <c>form.*</c>) and <c>expected.txt</c>, what becomes of each row and what is said of which cell.
/// OPSREG_BLESS=1 writes what comes out: read it.
/// </summary>
public sealed class FormCaseTests(FormCaseTests.Desk desk) : IClassFixture<FormCaseTests.Desk>
{
    private static readonly string Folder = Path.Combine(Golden.RepositoryRoot, "tests", "forms");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_read_or_refused_with_the_true_reason(string name)
    {
        var file = Directory.GetFiles(Path.Combine(Folder, name), "form.*").Single();
        var outcome = desk.Registry.Run("import", file, "--format", "json");
        using var told = JsonDocument.Parse(outcome.Output);
        var text = Told(told.RootElement);
        Assert.Equal(told.RootElement.GetProperty("accepted").GetBoolean() ? 0 : 1, outcome.Exit);
        var expected = Path.Combine(Folder, name, "expected.txt");
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            File.WriteAllText(expected, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(expected), $"tests/forms/{name} came out as:\n{text}");
        Assert.Equal(File.ReadAllText(expected), text);
    }

    private static string Told(JsonElement told)
    {
        var lines = new List<string> { told.GetProperty("accepted").GetBoolean() ? "accepted" : "refused" };
        foreach (var row in told.GetProperty("rows").EnumerateArray())
        {
            lines.Add($"{row.GetProperty("sheet")}!{row.GetProperty("row")} {row.GetProperty("outcome")} {row.GetProperty("record")}".TrimEnd());
        }

        foreach (var (mark, list) in new[] { ("!", "complaints"), ("?", "remarks") })
        {
            lines.AddRange(told.GetProperty(list).EnumerateArray().Select(one =>
                $"{mark} {one.GetProperty("sheet")}!{one.GetProperty("cell")} {one.GetProperty("label")}: {one.GetProperty("message").GetProperty("zh")} = {one.GetProperty("help").GetProperty("zh")}".Replace("\n", "\\n", StringComparison.Ordinal)));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>One registry for all cases: nothing is written into it.</summary>
    public sealed class Desk : IDisposable
    {
        public TemporaryRegistry Registry { get; } = TemporaryRegistry.RealContract("pingdingshan-2025");

        public void Dispose() => Registry.Dispose();
    }
}
