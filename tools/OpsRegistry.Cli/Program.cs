using OpsRegistry.Cli;

return Application.Run(args, TerminalOutput.Over(Console.Out), Console.Error);
