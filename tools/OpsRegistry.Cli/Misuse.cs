using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using OpsRegistry.Loading;

namespace OpsRegistry.Cli;

/// <summary>What is wrong with a command line, in the reader's language and with the word that was probably meant.</summary>
internal static class Misuse
{
    /// <summary>Everything wrong, in the order of the line; empty for a line that can be run.</summary>
    public static IReadOnlyList<Text> Describe(ParseResult parse)
    {
        if (Unknown(parse) is { } unknown)
        {
            return [unknown];
        }

        return parse.Errors.Count == 0 ? []
            : parse.CommandResult.Command is RootCommand ? [new("写明要做什么，例如 ./opsreg check；全部命令见 ./opsreg --help", "say what to do, e.g. ./opsreg check; ./opsreg --help lists all commands")]
            : parse.Errors.Select(error => Describe(parse, error)).Distinct().ToList();
    }

    private static Text? Unknown(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var option = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && token.Value.Length > 2)?.Value.Split('=')[0];
        if (option is not null)
        {
            var names = Options(parse).SelectMany(one => one.Aliases.Prepend(one.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal));
            return With(new($"“{command.Name}”没有选项 {option}", $"'{command.Name}' has no option {option}"), Nearest.To(option, names));
        }

        return parse.UnmatchedTokens.FirstOrDefault() switch
        {
            null => null,
            var word when command.Subcommands.Count > 0 => With(new($"没有命令“{word}”", $"there is no command '{word}'"), Nearest.To(word, command.Subcommands.Select(verb => verb.Name))),
            var word => new($"“{command.Name}”不需要“{word}”", $"'{command.Name}' takes no '{word}'"),
        };
    }

    private static Text Describe(ParseResult parse, ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierToken: null } option => new($"缺少选项 {option.Option.Name}", $"option {option.Option.Name} is missing"),
        OptionResult { Tokens.Count: 0 } option => new($"选项 {option.Option.Name} 后缺少值", $"option {option.Option.Name} needs a value"),
        OptionResult option when Words(option.Option) is { Count: > 0 } words => With(
            new($"选项 {option.Option.Name} 没有“{option.Tokens[^1].Value}”；可用：{string.Join("、", words)}", $"option {option.Option.Name} knows no '{option.Tokens[^1].Value}'; there are: {string.Join(", ", words)}"),
            Nearest.To(option.Tokens[^1].Value, words)),
        ArgumentResult { Tokens.Count: 0 } argument => Missing(parse, argument.Argument),
        CommandResult command when command.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && command.GetResult(argument) is null or { Tokens.Count: 0 }) is { } argument => Missing(parse, argument),
        _ => Text.Same(error.Message),
    };

    private static Text Missing(ParseResult parse, Argument argument)
    {
        var example = parse.CommandResult.Command is Verb { Examples.Count: > 0 } verb ? verb.Examples[0] : "";
        return new(
            $"缺少 <{argument.Name}>{(example.Length > 0 ? $"，例如 {example}" : "")}",
            $"<{argument.Name}> is missing{(example.Length > 0 ? $", e.g. {example}" : "")}");
    }

    private static IReadOnlyList<string> Words(Option option) => option.GetCompletions(CompletionContext.Empty).Select(completion => completion.Label).ToList();

    private static IEnumerable<Option> Options(ParseResult parse) => parse.CommandResult.Command.Options.Concat(parse.RootCommandResult.Command.Options);

    /// <summary>The words, and what was probably meant.</summary>
    public static Text With(Text words, string? meant) => meant is null ? words : new($"{words.Zh}；是否指 {meant}？", $"{words.En}; did you mean {meant}?");
}
