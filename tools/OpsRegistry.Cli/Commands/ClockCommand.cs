using System.CommandLine;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg clock</c>: by when, and how much time went by, for anyone who must answer it.</summary>
internal static class ClockCommand
{
    private static readonly string[] DeadlineExamples =
    [
        "./opsreg clock deadline --start 2025-09-12T17:25 --amount PT60M --window 5x9",
        "./opsreg clock deadline --start \"2025-09-30 16:00\" --amount 3d --roll",
        "./opsreg clock deadline --start 2026-02-13T15:00 --amount 1wd --closing hours --window 5x9",
        "./opsreg clock deadline --start 2026-12-10T09:00 --amount 20wd --provisional --format json",
    ];

    private static readonly string[] ElapsedExamples =
    [
        "./opsreg clock elapsed --from 2025-11-17T16:30 --to 2025-11-18T08:30 --window 5x9 --limit PT60M",
        "./opsreg clock elapsed --from 2025-09-30T16:00 --to 2025-10-10T09:00 --unit wd",
        "./opsreg clock elapsed --from 2025-09-12T09:00 --to 2025-09-12T12:00 --window 7x24 --pause 2025-09-12T10:00/2025-09-12T11:00",
    ];

    public static Command Create() => new Verb("clock", "按服务时段和工作日历计时 / by when, and how much time went by, on windows and working days", [.. DeadlineExamples, .. ElapsedExamples])
    {
        Deadline(),
        Elapsed(),
    };

    private static Command Deadline()
    {
        var start = new Option<string?>("--start") { Description = "起算时间 / when the clock starts", HelpName = "time" };
        var amount = new Option<string?>("--amount") { Description = "时限：PT60M、2wd（工作日）、3d（自然日）、1mo（月） / the limit", HelpName = "amount" };
        var options = new ClockOptions();
        var command = new Verb("deadline", "到期时间 / by when", DeadlineExamples) { Options = { start, amount } };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var from = ClockInput.Time(ClockInput.Required(parse.GetValue(start), "--start"), "--start");
            var limit = ClockInput.Amount(ClockInput.Required(parse.GetValue(amount), "--amount"), "--amount");
            var clock = ClockInput.Clock(limit.Unit, parse.GetValue(options.Window), parse.GetValue(options.Roll), parse.GetValue(options.Closing)!);
            var pauses = ClockInput.Pauses(parse.GetValue(options.Pause) ?? []);
            var session = Session.OpenShared(parse);
            var question = new ClockQuestion(from, clock, pauses, session.Calendar);
            var reading = Clock.Deadline(from, limit, clock, question.Calendar, pauses);
            return Answer(session, reading, options.WantsJson(parse), due => ClockJson.WriteDeadline(session.Output, question, due, reading.Provisional), due => ClockBlocks.Deadline(question, due, reading.Provisional));
        });
        return command;
    }

    private static Command Elapsed()
    {
        var from = new Option<string?>("--from") { Description = "起算时间 / when the clock starts", HelpName = "time" };
        var to = new Option<string?>("--to") { Description = "截止时间 / when it is read", HelpName = "time" };
        var limit = new Option<string?>("--limit") { Description = "时限：给出时说明是否达标 / a limit; says whether it is met", HelpName = "amount" };
        var unit = new Option<string>("--unit") { Description = "计什么：time、wd、d、mo；给出 --limit 时由它决定 / what is counted; a --limit decides it", DefaultValueFactory = _ => "time" };
        unit.AcceptOnlyFromAmong("time", "wd", "d", "mo");
        var options = new ClockOptions();
        var command = new Verb("elapsed", "经过的时间 / how much time went by", ElapsedExamples) { Options = { from, to, limit, unit } };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var start = ClockInput.Time(ClockInput.Required(parse.GetValue(from), "--from"), "--from");
            var end = ClockInput.Time(ClockInput.Required(parse.GetValue(to), "--to"), "--to");
            var most = parse.GetValue(limit) is { } text ? ClockInput.Amount(text, "--limit") : null;
            var clock = ClockInput.Clock(most?.Unit ?? UnitOf(parse.GetValue(unit)!), parse.GetValue(options.Window), parse.GetValue(options.Roll), parse.GetValue(options.Closing)!);
            var pauses = ClockInput.Pauses(parse.GetValue(options.Pause) ?? []);
            var session = Session.OpenShared(parse);
            var question = new ClockQuestion(start, clock, pauses, session.Calendar);
            var reading = Clock.Elapsed(start, end, clock, question.Calendar, pauses);
            return Answer(
                session, reading, options.WantsJson(parse), elapsed => ClockJson.WriteElapsed(session.Output, question, end, elapsed, most, reading.Provisional), elapsed => ClockBlocks.Elapsed(question, end, elapsed, most, reading.Provisional));
        });
        return command;
    }

    private static AmountUnit UnitOf(string unit) => unit switch
    {
        "wd" => AmountUnit.WorkingDays,
        "d" => AmountUnit.CalendarDays,
        "mo" => AmountUnit.Months,
        _ => AmountUnit.Time,
    };

    /// <summary>Writes what the clock says. A date past the calendar cannot be verified; times that contradict each other are a misuse.</summary>
    private static int Answer<T>(Session session, Parsed<T> reading, bool wantsJson, Action<T> writeJson, Func<T, IReadOnlyList<Block>> blocks)
        where T : class
    {
        if (!reading.TryGet(out var value, out var problem))
        {
            session.Error.WriteLine($"opsreg: {problem.Message.In(session.Language)}; {problem.Help.In(session.Language)}");
            return problem is ClockProblem.NotCovered ? ExitCode.CannotVerify : ExitCode.Misuse;
        }

        if (wantsJson)
        {
            writeJson(value);
        }
        else
        {
            BlockText.Write(session.Output, blocks(value), session.Language);
        }

        return ExitCode.Clean;
    }
}
