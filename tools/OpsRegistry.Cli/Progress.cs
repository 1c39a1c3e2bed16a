using Spectre.Console;

namespace OpsRegistry.Cli;

/// <summary>Shows how far long work has come: a bar on a terminal, nothing where output is piped or quiet is asked for.</summary>
internal static class Progress
{
    /// <summary>Does the work item by item.</summary>
    public static void Over<TItem>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Action<TItem> work)
    {
        if (Console.IsErrorRedirected || session.Parse.GetValue(GlobalOptions.Quiet) || !ReferenceEquals(session.Error, Console.Error))
        {
            foreach (var item in items)
            {
                work(item);
            }

            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(session.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).Start(context =>
        {
            var bar = context.AddTask(" ", maxValue: Math.Max(1, items.Count));
            foreach (var item in items)
            {
                bar.Description = Markup.Escape(nameOf(item));
                work(item);
                bar.Increment(1);
            }
        });
    }
}
