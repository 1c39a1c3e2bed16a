using System.Text.Json;
using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg list services</c> over the repository's own registry.</summary>
public sealed class ListServicesTests
{
    private static readonly string Json = Run("list", "services", "--contract", "zhangjiagang-2024", "--format", "json");

    [Fact]
    public void Json_has_one_entry_for_each_service()
    {
        using var list = JsonDocument.Parse(Json);
        Assert.Equal(198, list.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("sw-001", "software-hardware", 1, "人大网站维护", "2024-10-01", "2025-06-30")]
    [InlineData("sw-013", "software-hardware", 13, "数字平台政务大数据平台运维项目", "2024-10-01", "2025-06-30")]
    [InlineData("sw-033", "software-hardware", 33, "机房空调、UPS维保服务", "2025-05-19", "2025-06-30")]
    [InlineData("sw-043", "software-hardware", 43, "saas级社会化关系管理平台", null, null)]
    [InlineData("sec-001", "security", 1, "2024年广电播出系统等级保护及安全服务", null, null)]
    [InlineData("sec-018", "security", 18, "网络安全服务2（渗透测试、培训、等保等）", "2024-10-01", "2025-06-30")]
    public void Json_says_what_the_source_prints_and_null_where_it_prints_nothing(string id, string section, int number, string name, string? start, string? end)
    {
        using var list = JsonDocument.Parse(Json);
        var entry = list.RootElement.EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var term = entry.GetProperty("term");
        Assert.Equal(
            (section, number, name, start, end),
            (entry.GetProperty("section").GetString(), entry.GetProperty("number").GetInt32(), entry.GetProperty("name").GetString(), term.GetProperty("start").GetString(), term.GetProperty("end").GetString()));
    }

    [Fact]
    public void Text_is_a_table_with_the_name_last()
    {
        var lines = Run("list", "service", "--contract", "zhangjiagang-2024", "--lang", "en").Split('\n');
        Assert.Equal("contract           id       term                     window           targets  obligations  name", lines[0]);
        Assert.Contains("zhangjiagang-2024  sw-001   2024-10-01 – 2025-06-30  5x8                    1            2  人大网站维护", lines);
        Assert.Contains("zhangjiagang-2024  sw-007   not printed                                     0            0  张家港市门户网站SSL证书服务", lines);
    }

    [Fact]
    public void Other_kinds_keep_their_file_name_as_the_name()
    {
        using var list = JsonDocument.Parse(Run("list", "systems", "--contract", "pingdingshan-2025", "--format", "json"));
        Assert.Equal(["contract", "name", "path", "blob"], list.RootElement[0].EnumerateObject().Select(property => property.Name));
    }

    private static string Run(params string[] arguments)
    {
        var outcome = CommandLine.Run(arguments);
        Assert.Equal((ExitCode.Clean, string.Empty), (outcome.Exit, outcome.Error));
        return outcome.Output;
    }
}
