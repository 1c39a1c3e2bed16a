using System.CommandLine;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Sources.Git;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Sharding;

namespace OpsRegistry.Cli;

/// <summary>Wires the verbs and turns what goes wrong into an exit code and one line.</summary>
internal static class Application
{
    /// <summary>Runs a command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var language = GlobalOptions.AskedIn(arguments);
        var root = Root();
        if (Tells(root, arguments, output, language ?? Language.Zh))
        {
            return ExitCode.Clean;
        }

        var parse = root.Parse(HelpFirst(root, arguments), AsTyped);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parse.Action is not { ClearsParseErrors: true } && Misuse.Describe(parse) is { Count: > 0 } faults)
        {
            return Misused(parse, faults, error, language ?? Language.Zh);
        }

        try
        {
            return parse.Invoke(configuration);
        }
        catch (UsageException misuse)
        {
            return Say(error, parse, misuse.Words, ExitCode.Misuse);
        }
        catch (FigureException failed)
        {
            var asked = GlobalOptions.LanguageOf(parse);
            error.WriteLine($"opsreg: {failed.Finding.Place.Path}: {failed.Finding.Message.In(asked)}; {failed.Finding.Help.In(asked)} ({failed.Finding.Rule.Id})");
            return ExitCode.Findings;
        }
        catch (ShardFault part)
        {
            return Say(error, parse, part.Words, part.Exit);
        }
        catch (ForgeException refused)
        {
            return Say(error, parse, refused.Words, ExitCode.InputOutput);
        }
        catch (Exception unreadable) when (RepositoryFault.Find(unreadable) is not null)
        {
            error.WriteLine($"opsreg: {RepositoryFault.Find(unreadable)!.Words.In(language ?? Language.Zh)}");
            return ExitCode.CannotVerify;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"opsreg: {failure.Message}");
            return ExitCode.InputOutput;
        }
#pragma warning disable CA1031 // The edge of the program: whatever is left is our own bug, and users get one line instead of a stack trace.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            error.WriteLine($"opsreg: {new Text("程序错误，请报告", "a bug of ours, please report it").In(language ?? Language.Zh)}: {bug.GetType().Name}: {bug.Message}");
            if (Environment.GetEnvironmentVariable("OPSREG_TRACE") == "1")
            {
                error.WriteLine(bug.StackTrace);
            }

            return ExitCode.Bug;
        }
    }

    /// <summary>Writes the topic or the page of the book that help is asked about; a verb of the same name tells of itself.</summary>
    private static bool Tells(RootCommand root, IReadOnlyList<string> arguments, TextWriter output, Language language)
    {
        if (HelpTopics.AskedIn(arguments) is { } topic)
        {
            HelpTopics.Write(output, topic, language);
            return true;
        }

        if (arguments is not ["help", var name, ..] || root.Subcommands.Any(verb => verb.Name == name) || Handbook.Find(name) is not { } page)
        {
            return false;
        }

        output.Write(page);
        return true;
    }

    private static int Say(TextWriter error, ParseResult parse, Text words, int exit)
    {
        error.WriteLine($"opsreg: {words.In(GlobalOptions.LanguageOf(parse))}");
        return exit;
    }

    /// <summary>What is wrong with a command line; nothing is run.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<string> arguments) => Misuse.Describe(Root().Parse(arguments, AsTyped)).Select(fault => fault.En).ToList();

    private static int Misused(ParseResult parse, IReadOnlyList<Text> faults, TextWriter error, Language language)
    {
        foreach (var fault in faults)
        {
            error.WriteLine($"opsreg: {fault.In(language)}");
        }

        error.WriteLine(parse.CommandResult.Command is RootCommand ? "opsreg: ./opsreg --help" : $"opsreg: ./opsreg {NameOf(parse.CommandResult)} --help");
        return ExitCode.Misuse;
    }

    /// <summary>A verb as it is typed: <c>evidence add</c>.</summary>
    private static string NameOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } above ? $"{NameOf(above)} {command.Command.Name}" : command.Command.Name;

    // A word that begins with @ is a revision, never a file of arguments.
    private static ParserConfiguration AsTyped { get; } = new() { ResponseFileTokenReplacer = null };

    /// <summary><c>opsreg help check</c> is <c>opsreg check --help</c>; help on what is no verb is a slip like the verb itself.</summary>
    private static IReadOnlyList<string> HelpFirst(RootCommand root, IReadOnlyList<string> arguments) => arguments switch
    {
        ["help", [not '-', ..] word, ..] when root.Subcommands.All(verb => verb.Name != word) => [.. arguments.Skip(1)],
        ["help", ..] => [.. arguments.Skip(1), "--help"],
        _ => arguments,
    };

    /// <summary>All verbs.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("政务信息系统运维登记库：校验、计量、考核、结算、报告 / operation and maintenance as data: check, measure, assess, settle, report")
        {
            InitCommand.Create(),
            BookCommand.Create(),
            CheckCommand.Create(),
            NewCommand.Create(),
            TestCommand.Create(),
            ReformCommand.Create(),
            SamplesCommand.Create(),
            EvidenceCommand.Create(),
            FixCommand.Create(),
            FormatCommand.Create(),
            ScoreCommand.Create(),
            ExplainCommand.Create(),
            SlaCommand.Create(),
            DueCommand.Create(),
            WaitingCommand.Create(),
            StaffCommand.Create(),
            ClockCommand.Create(),
            SettleCommand.Create(),
            CoverageCommand.Create(),
            ListCommand.Create(),
            ReviewCommand.Create(),
            CiCommand.Create(),
            ReportCommand.Create(),
            DocumentCommand.Create(),
            PublishCommand.Create(),
            ExportCommand.Create(),
            QueryCommand.Create(),
            RequestCommand.Create(),
            IntakeCommand.Create(),
            SiteCommand.Create(),
            MergeCommand.Create(),
            ShardCommand.Create(),
            ServeCommand.Create(),
            FormCommand.Create(),
            ImportCommand.Create(),
            SealCommand.Create(),
            VerifyCommand.Create(),
            CheckpointCommand.Create(),
            CommentCommand.Create(),
            ReleaseCommand.Create(),
            SchemasCommand.Create(),
            KeptFilesCommands.CreateCalendars(),
            KeptFilesCommands.CreateTemplates(),
            MigrateCommand.Create(),
            DocsCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Options.Add(GlobalOptions.Root);
        root.Options.Add(GlobalOptions.At);
        root.Options.Add(GlobalOptions.Lang);
        root.Options.Add(GlobalOptions.Quiet);
        root.Options.Add(GlobalOptions.NoCache);
        root.Options.Add(GlobalOptions.Provisional);
        HelpWithExamples.AddTo(root);
        return root;
    }
}
