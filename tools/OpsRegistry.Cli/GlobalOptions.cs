using System.CommandLine;
using OpsRegistry.Model;

namespace OpsRegistry.Cli;

/// <summary>Options that every verb takes.</summary>
internal static class GlobalOptions
{
    /// <summary>The checkout to work on.</summary>
    public static Option<string?> Root { get; } = new("--root")
    {
        Description = "仓库所在文件夹，默认从当前文件夹向上查找 / the checkout to work on; by default the one that holds the current folder",
        Recursive = true,
        HelpName = "folder",
    };

    /// <summary>The language of human output.</summary>
    public static Option<string?> Lang { get; } = MakeLang();

    /// <summary>No progress on the error stream.</summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "不显示进度 / no progress",
        Recursive = true,
    };

    /// <summary>The commit to read instead of the work tree.</summary>
    public static Option<string?> At { get; } = new("--at")
    {
        Description = "读取某次提交（分支、标签、提交号），不读工作目录 / read a commit (branch, tag or id) instead of the work tree",
        Recursive = true,
        HelpName = "revision",
    };

    /// <summary>Nothing from earlier runs is used, and nothing is kept.</summary>
    public static Option<bool> NoCache { get; } = new("--no-cache")
    {
        Description = "不用也不存以前运行的结果；输出相同，只是慢些 / use and keep no results of earlier runs; the output is the same, only later",
        Recursive = true,
    };

    /// <summary>Calendars without published notice are used too.</summary>
    public static Option<bool> Provisional { get; } = new("--provisional")
    {
        Description = "也用尚未公布的日历，所涉数字注明暂定 / use calendars without published notice too, and mark the figures they touch",
        Recursive = true,
    };

    /// <summary>The cut-off of measuring.</summary>
    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "数据截止：日期（含当日）或带时区的时间；默认取合同或 registry.yaml 的 recordsUntil，没有则取提交时间，工作目录取现在 / cut-off: a date (its end) or a time with offset; by default recordsUntil of the contract or of registry.yaml, else the time of the commit, for a work tree now",
        HelpName = "date|time",
    };

    /// <summary>The format of what is written; text where nothing is said.</summary>
    public static Option<string> Format(params string[] formats) => new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" }.Among(formats);

    /// <summary>The option, which takes these words and no others.</summary>
    public static Option<T> Among<T>(this Option<T> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The assessment period.</summary>
    public static Option<string?> Period() => new("--period")
    {
        Description = "考核周期编号，如 P1；默认全部 / assessment period, e.g. P1; all by default",
        HelpName = "id",
    };

    /// <summary>The contract, where a verb takes one.</summary>
    public static Argument<string?> Contract() => new("contract")
    {
        Description = "合同名；默认全部 / the contract's name; all by default",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The language asked for on a command line, understood or not; null for none.</summary>
    public static Language? AskedIn(IReadOnlyList<string> arguments)
    {
        var at = arguments.TakeWhile(word => word != "--").ToList().FindIndex(word => word == "--lang" || word.StartsWith("--lang=", StringComparison.Ordinal) || word.StartsWith("--lang:", StringComparison.Ordinal));
        var word = at < 0 ? "" : arguments[at].Length > "--lang".Length ? arguments[at]["--lang=".Length..] : at + 1 < arguments.Count ? arguments[at + 1] : "";
        return word switch
        {
            "en" => Language.En,
            "zh" => Language.Zh,
            _ => null,
        };
    }

    /// <summary>The language asked for; null for none.</summary>
    public static Language? Asked(ParseResult parse) => AskedIn(parse.Tokens.Select(token => token.Value).ToList());

    /// <summary>The language asked for, or another, or Chinese.</summary>
    public static Language LanguageOf(ParseResult parse, Language? language = null) => parse.GetValue(Lang) switch
    {
        "en" => Language.En,
        "zh" => Language.Zh,
        _ => language ?? Language.Zh,
    };

    private static Option<string?> MakeLang()
    {
        var option = new Option<string?>("--lang") { Description = "输出语言 / language of output", Recursive = true };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }
}
