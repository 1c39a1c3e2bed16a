using System.Text;
using System.Text.Json;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Records that are told part by part, a row each, and forms that come as text: shifts, days, figures and items of tests/golden/depot.</summary>
public sealed class PartFormTests : IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Depot();
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-parts-").FullName;

    private string Form => Path.Combine(folder, "form.xlsx");

    public void Dispose()
    {
        registry.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_is_exported_part_by_part_comes_back_as_what_is_there_and_one_changed_cell_changes_one_part()
    {
        Assert.Equal(0, registry.Run("form", "depot-2026", "--with-records", "-o", Form).Exit);
        using (var told = JsonDocument.Parse(registry.Run("import", Form, "--format", "json").Output))
        {
            Assert.Empty(told.RootElement.GetProperty("complaints").EnumerateArray().Select(one => $"{one}"));
            Assert.All(told.RootElement.GetProperty("rows").EnumerateArray(), row => Assert.Equal("filed", row.GetProperty("outcome").GetString()));
            Assert.Equal(
                Directory.GetFiles(Path.Combine(registry.Root, "ops-registry/contracts/depot-2026/records"), "*.yaml", SearchOption.AllDirectories).Length,
                told.RootElement.GetProperty("rows").GetArrayLength());
        }

        using (var sheet = new FormSheetEditor(Form, "移交"))
        {
            var row = sheet.RowOf("名称", "系统账号");
            sheet.Write(row, "状态", "已注销");
            sheet.Write(row, "办结日", "2026年5月29日");
        }

        var outcome = registry.Run("import", Form, "--write");
        Assert.True(outcome.Exit == 0, outcome.Error);
        var handover = File.ReadAllText(Path.Combine(registry.Root, outcome.Output.Trim().Split('\n')[0]));
        Assert.Contains("revoked", handover, StringComparison.Ordinal);
        Assert.Contains("taught", handover, StringComparison.Ordinal);
        Assert.DoesNotContain("error", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    /// <summary>Two people on one shift, a row that leaves to the row above what it does not change, a shift told again in full further down.</summary>
    [Fact]
    public void Rows_that_say_the_same_of_the_whole_are_one_record_however_they_say_it()
    {
        var path = Filed("""
            起始日,截止日,起,止,值班地点,远程,人员,签到时间
            2026-04-30,2026-05-01,2026-04-30 20:00,2026-05-01 08:00,值班室,否,depot-op-01,2026-04-30 19:55
            ,,,,,,depot-op-02,
            2026-04-30,2026-05-01,2026-05-01 20:00,2026-05-02 08:00,值班室,,depot-op-02,
            """);
        Assert.EndsWith("""
              from: 2026-04-30
              through: 2026-05-01
              shifts:
                - from: 2026-04-30T20:00:00+08:00
                  to: 2026-05-01T08:00:00+08:00
                  location: 值班室
                  onDuty:
                    - person: depot-op-01
                      signedInAt: 2026-04-30T19:55:00+08:00
                    - person: depot-op-02
                - from: 2026-05-01T20:00:00+08:00
                  to: 2026-05-02T08:00:00+08:00
                  location: 值班室
                  onDuty:
                    - person: depot-op-02

            """, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("已登记为 " + Path.GetFileNameWithoutExtension(path), registry.Run("import", Csv, "--contract", "depot-2026").Error, StringComparison.Ordinal);
    }

    /// <summary>What a record may do without has a cell all the same: a part on a line, named as the head of the form says, in any order.</summary>
    [Fact]
    public void Parts_replaced_and_arrivals_stand_on_lines_of_one_cell_and_go_out_as_they_came_in()
    {
        const string Head = "请求概述,请求类型,提出时间,完成时间,更换部件,各次到场,签字确认人\n";
        var path = Filed(Head + "更换硬盘,optimisation,2026-04-20 09:00,2026-04-20 11:00,\"硬盘；旧件序列号：A1；新件序列号：B2\n数量：2；部件名称：内存\",\"角色：onDuty；到场时间：2026年4月20日 9:30\",depot-op-01\n");
        Assert.Contains("""
              arrivals:
                - at: 2026-04-20T09:30:00+08:00
                  role: onDuty
            """, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("""
              parts:
                - title: 硬盘
                  oldSerial: A1
                  newSerial: B2
                - title: 内存
                  quantity: 2
            """, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(0, registry.Run("form", "depot-2026", "--with-records", "-o", Form).Exit);
        Assert.DoesNotContain("\"complaint", registry.Run("import", Form, "--format", "json").Output.Replace("\"complaints\": []", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var (cell, said) in new[] { ("旧件序列号：A1", "没有写部件名称"), ("硬盘；颜色：黑", "“颜色：黑”没有说是什么"), ("硬盘；数量：两块", "“两块”不是整数"), ("硬盘；部件名称：内存", "“部件名称”写了两次") })
        {
            File.WriteAllText(Csv, Head + $"更换{cell.Length},optimisation,2026-04-21 09:00,2026-04-21 11:00,{cell},,\n");
            var refused = registry.Run("import", Csv, "--contract", "depot-2026");
            Assert.Equal(1, refused.Exit);
            Assert.Contains(said, refused.Error + refused.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_field_of_a_record_that_a_party_may_file_is_asked_for_but_what_the_purchaser_finds()
    {
        var (registry, schemas) = (FrozenRegistry.Loaded.Registry, SchemaSet.Load(SchemaFiles.Texts));
        var silent = from form in IntakeForm.All(registry, schemas)
                     from field in schemas.FieldsOf(form.Kind.Name)
                     where form.Field(field.Name) is null
                     select field.Name;
        Assert.Equal(["harmedAssessment", "seriousImpact"], silent.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(Kinds.All.Where(kind => kind.Area == Area.Records && kind.IsNamedAfterKind).Select(kind => kind.Name).Except(IntakeForm.All(registry, schemas).Select(form => form.Kind.Name)));
    }

    /// <summary>GBK as Excel in China saves it, UTF-16 with tabs as "Unicode text", semicolons, quoted lines, a title above the heads.</summary>
    [Theory]
    [InlineData("gb18030", ',')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-8", ';')]
    public void Text_is_read_in_the_encoding_and_with_the_separator_that_the_program_chose(string encoding, char separator)
    {
        const string Text = "容量数据登记表　仓储运维,,,,\n测量日,指标,数值,单位,趋势与建议\n2026-04-30,\"存储\n已用\",\"4,700.5\",GB,够用\n,峰值并发,１８００,次/秒,\n";
        var bytes = Encoding(encoding).GetBytes(Text.Replace("\"4,700.5\"", "4700.5", StringComparison.Ordinal).Replace(',', separator));
        File.WriteAllBytes(Csv, [.. Encoding(encoding).GetPreamble(), .. bytes]);
        var outcome = registry.Run("import", Csv, "--contract", "depot-2026", "--write");
        Assert.True(outcome.Exit == 0, outcome.Error);
        var record = File.ReadAllText(Path.Combine(registry.Root, outcome.Output.Trim()));
        Assert.Contains("    - title: 存储 已用\n      value: \"4700.5\"\n      unit: GB\n    - title: 峰值并发\n      value: 1800\n      unit: 次/秒\n", record, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "日期,到岗人员\n2026-04-01,depot-op-01\n", "到岗表!A2 起始日: 没有填写" },
        { "起始日,截止日,日期,到岗人员\n2026-04-01,2026-04-02,2026-04-01,depot-op-01\n,,二号,depot-op-01\n", "到岗表!C3 日期: “二号”不是日期" },
        { "起始日,截止日,日期,到岗人员\n2026-04-01,2026-04-02,2026-04-01,depot-op-01\n,,2026-04-02,depot-op-77\n", "到岗表!D3 到岗人员: 没有名为“depot-op-77”的人员" },
        { "起始日,截止日,日期,到岗人员\n2026-04-01,2026-04-02,########,depot-op-01\n", "到岗表!C2 日期: 显示 ########" },
        { "测量日,指标,数值,单位\n2026-04-01,订单,1.23457E+17,个\n", "容量数据!C2 数值: 是超过 15 位的数字" },
        { "测量日,指标,数值,单位\n2026-04-01,存储,41.5TB,TB\n", "容量数据!C2 数值: “41.5TB”不是数" },
        { "移交日,名称,类别,状态\n2026-04-01,账号,帐号,已注销\n", "移交!C2 类别: 没有“帐号”" },
        { "移交日,名称,类别,状态,责任人\n2026-04-01,账号,账号权限,已注销,张三\n", "移交!E1: “责任人”一列填了 1 格，但登记表没有这一项" },
        { "移交日,名称,类别,状态\n2026-04-01,\"账号,账号权限,已注销\n", "第 2 行起有一个引号没有配对" },
        { "起始日,截止日\n2026-04-01,2026-04-02\n", "这些标题像" },
        { "甲,乙\n1,2\n", "没有登记表的标题" },
        { "起始日,截止日,起,止,人员\n2026-04-01,2026-04-01,2026-04-01,2026-04-02 08:00,depot-op-01\n", "值班表!C2 起: “2026-04-01”不是时间" },
        { "起始日,截止日,起,止,人员\n2026-04-01,2026-04-01,2026-04-01 20:00,2026-04-02 08:00,\n", "值班表!E2 人员: 没有填写" },
        { "移交日,移交人,接收人\n2026-04-01,depot-op-01,depot-op-02\n", "移交!A2 名称: 没有填写" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_named_by_its_cell_and_nothing_is_filed(string text, string told)
    {
        File.WriteAllText(Csv, text);
        var outcome = registry.Run("import", Csv, "--contract", "depot-2026", "--write");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(told, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_form_has_two_questions_of_one_name()
    {
        var schemas = OpsRegistry.Loading.Schemas.SchemaSet.Load(OpsRegistry.Tests.Schemas.SchemaFiles.Texts);
        var source = new OpsRegistry.Sources.WorkTreeSource(registry.Root);
        Assert.All(new OpsRegistry.Intake.IntakeContext(source, schemas, []).Forms, form =>
        {
            var labels = OpsRegistry.Intake.FormSheet.Columns(form).Select(field => field.Label).ToList();
            Assert.Equal(labels.Distinct(StringComparer.Ordinal), labels);
        });
    }

    /// <summary>What a report covers is one cell, however people write a month or a stretch of days.</summary>
    [Theory]
    [InlineData("2026-04", "2026-04-01", "2026-04-30")]
    [InlineData("2026年4月份", "2026-04-01", "2026-04-30")]
    [InlineData("2026-02-01 至 2026-04-30", "2026-02-01", "2026-04-30")]
    [InlineData("2026年2月1日至4月30日", "2026-02-01", "2026-04-30")]
    [InlineData("2026年4月1日—30日", "2026-04-01", "2026-04-30")]
    [InlineData("2026.4.1~2026.4.30", "2026-04-01", "2026-04-30")]
    [InlineData("2026-01 至 2026-03", "2026-01-01", "2026-03-31")]
    [InlineData("2026-04-15", "2026-04-15", "2026-04-15")]
    [InlineData("第一季度", null, null)]
    [InlineData("2026-04-30 至 2026-04-01", null, null)]
    [InlineData("4月", null, null)]
    [InlineData("2026-13", null, null)]
    public void Days_from_and_through_have_many_spellings_and_one_meaning(string text, string? from, string? through)
    {
        var days = OpsRegistry.Loading.WrittenTime.Days(text);
        Assert.Equal((from, through), (days is { } known ? Day(known.From) : null, days is { } same ? Day(same.Through) : null));

        static string Day(NodaTime.LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
    }

    private string Csv => Path.Combine(folder, "form.csv");

    private string Filed(string text)
    {
        File.WriteAllText(Csv, text + "\n");
        var outcome = registry.Run("import", Csv, "--contract", "depot-2026", "--write");
        Assert.True(outcome.Exit == 0, outcome.Error);
        return Path.Combine(registry.Root, outcome.Output.Trim());
    }

    private static Encoding Encoding(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
}
