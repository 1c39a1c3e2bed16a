namespace OpsRegistry.Cli;

/// <summary>What is the same for every verb, told once: <c>opsreg help TOPIC</c>.</summary>
internal static class HelpTopics
{
    /// <summary>A topic.</summary>
    /// <param name="Name">The word that asks for it.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Words">All of it.</param>
    public sealed record Topic(string Name, Text Title, Text Words);

    /// <summary>The topics.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("exit-codes", new("退出码", "exit codes"), new(
            """
            0   没有问题
            1   有错误级别的问题；或所问与结果不符（如 verify、publish --check）
            2   命令行写错了：说明错在哪里，什么也不做
            3   无法核实：工作日历没有公布到那一天，或克隆不完整
            70  程序自身的错误，请报告
            74  读写失败
            """,
            """
            0   nothing is wrong
            1   there are errors; or what was asked about is not so (verify, publish --check)
            2   the command line is wrong: it says where, and nothing is done
            3   it cannot be verified: the working calendar does not reach so far, or the clone is incomplete
            70  a fault of this program: please report it
            74  reading or writing failed
            """)),
        new("dates", new("日期与数据截至", "dates and the cut-off"), new(
            """
            结果按“数据截至”计算，其后的事不算。先后取：--as-of；合同的 recordsUntil；registry.yaml 的 recordsUntil；提交时间；工作目录则为现在。
            --as-of 写日期（2026-06-30，到当日 24:00）或时刻（2026-06-30T18:00:00+08:00）。时间都是北京时间。
            --at 看某个提交的样子（分支、标签、提交号）：./opsreg score harbour-2026 --at v1.0
            """,
            """
            Figures are computed as of a cut-off; what comes later does not count. In this order: --as-of; recordsUntil of the contract; recordsUntil of registry.yaml; the commit's time; now, for a work tree.
            --as-of takes a day (2026-06-30, to its 24:00) or a moment (2026-06-30T18:00:00+08:00). All times are Beijing time.
            --at shows a commit (branch, tag or id): ./opsreg score harbour-2026 --at v1.0
            """)),
        new("formats", new("输出的格式", "formats of output"), new(
            """
            没有 --format：给人看的文本，英文加 --lang en。终端上有颜色，写入管道或设了 NO_COLOR 则没有。
            --format json：给程序看，模式见 ./opsreg help outputs/findings 等；UTF-8，键不随语言变。
            --format csv：每行一条，键作表头；markdown：贴进议题；sarif、junit、github：给流水线。
            进度写到标准错误，只在终端上；--quiet 不写。
            """,
            """
            Without --format: text for people, English with --lang en. Coloured on a terminal; plain in a pipe or with NO_COLOR.
            --format json: for programs, schemas: ./opsreg help outputs/findings and so on; UTF-8, keys are the same in every language.
            --format csv: a line a row under the keys; markdown: for issues; sarif, junit, github: for pipelines.
            Progress goes to standard error, on a terminal alone; --quiet keeps it away.
            """)),
        new("environment", new("环境变量", "environment variables"), new(
            """
            NO_COLOR        不用颜色
            OPSREG_TRACE=1  程序出错时写出调用栈，供报告
            OPSREG_NATIVE=0 ./opsreg 不编译、不用机器码
            代码托管平台的变量（令牌、仓库）见 ./opsreg help forges。
            """,
            """
            NO_COLOR        no colours
            OPSREG_TRACE=1  writes the stack of a fault of the program, for a report
            OPSREG_NATIVE=0 ./opsreg neither makes nor runs machine code
            The variables of forges (token, repository): ./opsreg help forges.
            """)),
        new("roles", new("谁做什么", "who does what"), new(
            """
            供应商：./opsreg new、evidence add、check --changed、fix；或 ./opsreg serve 在浏览器里填。
            采购人：./opsreg waiting --for purchaser、review；认定、裁定、评分写在 determinations/、judgements/。
            期末：./opsreg score、explain、seal、report；核对收到的文件：./opsreg verify。
            """,
            """
            The vendor: ./opsreg new, evidence add, check --changed, fix; or ./opsreg serve, in the browser.
            The purchaser: ./opsreg waiting --for purchaser, review; determinations, rulings and judgements stand in determinations/ and judgements/.
            At the end of a period: ./opsreg score, explain, seal, report; what one receives: ./opsreg verify.
            """)),
    ];

    /// <summary>The topic that a command line asks for; null for none.</summary>
    public static Topic? AskedIn(IReadOnlyList<string> arguments) =>
        arguments is ["help", var word, ..] ? All.FirstOrDefault(topic => topic.Name == word || topic.Title.IsNamed(word)) : null;

    /// <summary>Writes a topic.</summary>
    public static void Write(TextWriter output, Topic topic, Language language)
    {
        output.WriteLine($"{topic.Title.In(language)} ({topic.Name})");
        output.WriteLine();
        foreach (var line in topic.Words.In(language).Split('\n'))
        {
            output.WriteLine("  " + line.TrimEnd('\r'));
        }
    }
}
