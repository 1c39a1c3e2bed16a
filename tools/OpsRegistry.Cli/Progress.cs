using Spectre.Console;

namespace OpsRegistry.Cli;

/// <summary>Shows how far long work has come: a bar on a terminal, nothing where output is piped or quiet is asked for.</summary>
internal static class Progress
{
    /// <summary>Does the work item by item.</summary>
    public static void Over<TItem>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Action<TItem> work) => Show(session, items.Count, advance =>
    {
        foreach (var item in items)
        {
            work(item);
            advance(nameOf(item));
        }
    });

    /// <summary>Does the work on several items at once.</summary>
    public static void OverAtOnce<TItem>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Action<TItem> work) => Show(session, items.Count, advance => AtOnce.Over(items, item =>
    {
        work(item);
        advance(nameOf(item));
    }));

    private static void Show(Session session, int count, Action<Action<string>> work)
    {
        if (Console.IsErrorRedirected || session.Parse.GetValue(GlobalOptions.Quiet) || !ReferenceEquals(session.Error, Console.Error))
        {
            work(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(session.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).Start(context =>
        {
            var bar = context.AddTask(" ", maxValue: Math.Max(1, count));
            work(done =>
            {
                bar.Description = Markup.Escape(done);
                bar.Increment(1);
            });
        });
    }
}
