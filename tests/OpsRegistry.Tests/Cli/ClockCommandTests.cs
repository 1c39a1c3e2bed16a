using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>The published vectors that are questions to a clock, asked on the command line (sla-time.md).</summary>
public sealed class ClockCommandTests(SmallCheckout checkout) : IClassFixture<SmallCheckout>
{
    [Theory]
    [InlineData("TV01", "--start 2025-09-12T17:25 --amount PT60M --window 5x9", "2025-09-15T09:25:00+08:00")]
    [InlineData("TV02", "--start 2026-09-18T17:25 --amount PT60M --window 5x9", "2026-09-20T09:25:00+08:00")]
    [InlineData("TV02 to the letter", "--start 2026-09-18T17:25 --amount PT60M --window mondayToFriday@08:30-17:30", "2026-09-21T09:25:00+08:00")]
    [InlineData("TV03", "--start 2025-09-30T17:25 --amount PT60M --window 5x9", "2025-10-09T09:25:00+08:00")]
    [InlineData("TV04 2 wd", "--start 2025-09-30T16:00 --amount 2wd", "2025-10-11T00:00:00+08:00")]
    [InlineData("TV04 3 d rolled", "--start 2025-09-30T16:00 --amount 3d --roll", "2025-10-10T00:00:00+08:00")]
    [InlineData("TV04 3 d", "--start 2025-09-30T16:00 --amount 3d", "2025-10-04T00:00:00+08:00")]
    [InlineData("TV06", "--start 2026-02-13T15:00 --amount 1wd", "2026-02-15T00:00:00+08:00")]
    [InlineData("TV06 9 h", "--start 2026-02-13T15:00 --amount 1wd --closing hours --window 5x9", "2026-02-14T15:00:00+08:00")]
    [InlineData("TV08", "--start 2026-01-01T23:50:00 --amount PT15M --window 7x24", "2026-01-02T00:05:00+08:00")]
    [InlineData("TV09 a", "--start 2026-07-08T17:29:59 --amount PT30M --window 7x24", "2026-07-08T17:59:59+08:00")]
    [InlineData("TV09 b", "--start 2026-07-08T17:30:00 --amount PT1H --window 7x24", "2026-07-08T18:30:00+08:00")]
    [InlineData("TV10", "--start 2025-11-15T10:00 --amount PT60M --window 5x9", "2025-11-17T09:30:00+08:00")]
    [InlineData("TV11 a", "--start 2025-11-17T17:30:00 --amount PT60M --window 5x9", "2025-11-18T09:30:00+08:00")]
    [InlineData("TV11 b", "--start 2025-11-17T16:30:00 --amount PT60M --window 5x9", "2025-11-17T17:30:00+08:00")]
    [InlineData("month clamp", "--start 2026-01-31T12:00 --amount 1mo", "2026-03-01T00:00:00+08:00")]
    [InlineData("pause", "--start 2025-09-12T09:00 --amount PT60M --window 5x9 --pause 2025-09-12T09:30/2025-09-12T11:00", "2025-09-12T11:30:00+08:00")]
    [InlineData("an offset is an instant", "--start 2025-09-12T09:25:00Z --amount PT60M --window 5x9", "2025-09-15T09:25:00+08:00")]
    public void A_deadline_is_what_was_worked_out_by_hand(string vector, string question, string deadline)
    {
        var answer = Ask("deadline", question);
        Assert.True(deadline == answer.GetProperty("deadline").GetString(), $"{vector}: {answer.GetProperty("deadline")}");
        Assert.False(answer.GetProperty("provisional").GetBoolean());
    }

    [Theory]
    [InlineData("TV08 met", "--from 2026-01-01T23:50:00 --to 2026-01-02T00:05:00 --window 7x24 --limit PT15M", "PT15M", true)]
    [InlineData("TV08 missed", "--from 2026-01-01T23:50:00 --to 2026-01-02T00:05:01 --window 7x24 --limit PT15M", "PT15M1S", false)]
    [InlineData("TV11 b", "--from 2025-11-17T16:30:00 --to 2025-11-18T08:30:00 --window 5x9 --limit PT60M", "PT1H", true)]
    [InlineData("TV11 b a second later", "--from 2025-11-17T16:30:00 --to 2025-11-18T08:30:01 --window 5x9 --limit PT60M", "PT1H1S", false)]
    [InlineData("TV04 on the last day", "--from 2025-09-30T16:00 --to 2025-10-10T23:59:59 --limit 2wd", "2wd", true)]
    [InlineData("TV04 a day later", "--from 2025-09-30T16:00 --to 2025-10-11T00:00:01 --limit 2wd", "3wd", false)]
    public void An_elapsed_time_says_whether_a_limit_is_met(string vector, string question, string elapsed, bool met)
    {
        var answer = Ask("elapsed", question);
        Assert.True(elapsed == answer.GetProperty("elapsed").GetString(), $"{vector}: {answer.GetProperty("elapsed")}");
        Assert.Equal(met, answer.GetProperty("met").GetBoolean());
    }

    [Fact]
    public void Json_gives_minutes_for_hours_and_days_for_days()
    {
        Assert.Equal(90m, Ask("elapsed", "--from 2025-09-12T09:00 --to 2025-09-12T10:30 --window 5x9").GetProperty("minutes").GetDecimal());
        var days = Ask("elapsed", "--from 2025-09-12T09:00 --to 2025-09-16T10:30 --unit wd");
        Assert.Equal(2, days.GetProperty("days").GetInt32());
        Assert.Equal(1, days.GetProperty("completed").GetInt32());
    }

    [Fact]
    public void The_proof_names_each_stretch_and_the_notice_behind_it()
    {
        var segments = Ask("deadline", "--start 2026-09-18T17:25 --amount PT60M --window 5x9").GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal(["weekday", "weekend", "makeUpDay"], segments.Select(segment => segment.GetProperty("day").GetString()));
        Assert.Equal([true, false, true], segments.Select(segment => segment.GetProperty("counts").GetBoolean()));
        Assert.Equal("国办发明电〔2025〕7号", segments[2].GetProperty("notice").GetString());
    }

    [Fact]
    public void Text_gives_the_result_first_and_then_the_proof()
    {
        var outcome = checkout.Run("clock", "deadline", "--start", "2025-09-12 17:25", "--amount", "PT60M", "--window", "5x9");
        Assert.Equal("", outcome.Error);
        Assert.Equal(
            """
            2025-09-15 09:25:00  星期一
              自 2025-09-12 17:25:00 起 1 小时；工作日 08:30-17:30
              自                   至                      时长  计否  依据
              2025-09-12 17:25:00  2025-09-12 17:30:00   5 分钟  计    服务时段内：工作日
              2025-09-13 08:30:00  2025-09-13 17:30:00   9 小时  不计  不计：周末
              2025-09-14 08:30:00  2025-09-14 17:30:00   9 小时  不计  不计：周末
              2025-09-15 08:30:00  2025-09-15 09:25:00  55 分钟  计    服务时段内：工作日
            """.Split('\n'),
            outcome.Lines[..7]);
    }

    [Fact]
    public void TV26_a_deadline_past_the_calendar_exits_with_3_and_says_what_to_do()
    {
        var outcome = checkout.Run("clock", "deadline", "--start", "2026-12-10T09:00", "--amount", "20wd", "--lang", "en");
        Assert.Equal(3, outcome.Exit);
        Assert.Equal("", outcome.Output);
        Assert.Equal(
            "opsreg: calendar covered to '2026-12-31', but '2027-01-01' is needed; add the State Council's notice to ops-registry/calendars, or run with --provisional and have the figures marked\n",
            outcome.Error);
    }

    [Fact]
    public void A_provisional_calendar_is_used_only_when_asked_for_and_is_marked()
    {
        var answer = Ask("deadline", "--start 2026-12-10T09:00 --amount 20wd --provisional");
        Assert.True(answer.GetProperty("provisional").GetBoolean());
        Assert.Equal("2027-01-08", answer.GetProperty("lastDay").GetString());
        Assert.Contains("暂定", checkout.Run("clock", "deadline", "--start", "2026-12-10T09:00", "--amount", "20wd", "--provisional").Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deadline --amount PT60M --window 5x9", "缺少 --start；用法见 ./opsreg clock --help", "--start is missing; see ./opsreg clock --help")]
    [InlineData("deadline --start 2025-09-12 --amount PT60M --window 5x9", "--start “2025-09-12”不是时间", "--start '2025-09-12' is no time")]
    [InlineData("deadline --start 2025-09-12T17:25 --amount 60m --window 5x9", "--amount “60m”不是时限", "--amount '60m' is no limit")]
    [InlineData("deadline --start 2025-09-12T17:25 --amount PT60M --window 9x5", "没有服务时段“9x5”", "there is no window '9x5'")]
    [InlineData("deadline --start 2025-09-12T17:25 --amount PT60M", "缺少 --window", "--window is missing")]
    [InlineData("deadline --start 2025-09-12T17:25 --amount 2wd --roll", "--roll 只用于自然日和月", "--roll is for calendar days and months only")]
    [InlineData("deadline --start 2025-09-12T17:25 --amount PT1H --window 5x9 --pause 2025-09-12T17:25", "--pause “2025-09-12T17:25”应为", "--pause '2025-09-12T17:25' must be")]
    [InlineData("elapsed --from 2025-09-12T17:25 --to 2025-09-12T17:24 --window 5x9", "结束时间 2025-09-12 17:24:00 早于", "end '2025-09-12 17:24:00' is before start")]
    [InlineData("deadline --start 1990-06-01T00:00 --amount PT1H --window 7x24", "日期“1990-06-01”早于 1992-01-01", "date '1990-06-01' is before '1992-01-01'")]
    public void Misuse_exits_with_2_and_is_said_in_the_language_asked_for(string question, string chinese, string english)
    {
        foreach (var (language, words) in new[] { ("zh", chinese), ("en", english) })
        {
            var outcome = checkout.Run(["clock", .. question.Split(' '), "--lang", language]);
            Assert.Equal(2, outcome.Exit);
            Assert.StartsWith("opsreg: " + words, outcome.Error, StringComparison.Ordinal);
            Assert.Equal("", outcome.Output);
        }
    }

    [Fact]
    public void Help_shows_examples_that_run()
    {
        var help = checkout.Run("clock", "--help");
        var examples = help.Lines.Select(line => line.Trim()).Where(line => line.StartsWith("./opsreg clock", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal(7, examples.Count);
        foreach (var example in examples)
        {
            var arguments = example.Replace("\"2025-09-30 16:00\"", "2025-09-30T16:00", StringComparison.Ordinal).Split(' ')[1..];
            Assert.Equal(0, checkout.Run(arguments).Exit);
        }
    }

    private JsonElement Ask(string verb, string question)
    {
        var outcome = checkout.Run(["clock", verb, .. question.Split(' '), "--format", "json"]);
        Assert.True(outcome.Exit == 0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
