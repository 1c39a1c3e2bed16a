using System.CommandLine;

namespace OpsRegistry.Cli.Commands;

/// <summary>The options that both clock verbs take.</summary>
internal sealed class ClockOptions
{
    public ClockOptions()
    {
        Closing.AcceptOnlyFromAmong("midnight", "business", "hours");
    }

    public Option<string?> Window { get; } = new("--window")
    {
        Description = "服务时段：7x24 7x12 7x8 5x9 5x8，或 workingDays@08:30-12:00,13:30-18:00（everyDay@ mondayToFriday@ 亦可） / service window by name or by its own hours",
        HelpName = "window",
    };

    public Option<string[]> Pause { get; } = new("--pause")
    {
        Description = "停表时段，可多次给出 / the clock stands still from A to B; may be given again",
        HelpName = "A/B",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<bool> Roll { get; } = new("--roll") { Description = "末日遇法定休息日顺延（民法典第二百零三条） / a last day on a legal rest day moves on" };

    public Option<string> Closing { get; } = new("--closing")
    {
        Description = "工作日时限的末日：至 24:00、至下班、或每日折合服务小时 / the end of a working-day limit: 24:00, close of business, or each day as the window's hours",
        DefaultValueFactory = _ => "midnight",
    };

    public Option<string> Format { get; } = GlobalOptions.Format("text", "json");

    public void AddTo(Command command)
    {
        command.Options.Add(Window);
        command.Options.Add(Pause);
        command.Options.Add(Roll);
        command.Options.Add(Closing);
        command.Options.Add(Format);
    }

    public bool WantsJson(ParseResult parse) => parse.GetValue(Format) == "json";
}
