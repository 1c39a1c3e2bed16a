using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>What must be known to begin a contract.</summary>
/// <param name="Key">The key in a file of answers, and before the sign of equality on the command line.</param>
/// <param name="Question">What people are asked.</param>
/// <param name="IsRequired">True where nothing can be supposed.</param>
internal sealed record ContractQuestion(string Key, Text Question, bool IsRequired)
{
    /// <summary>Every question, in the order in which they are asked.</summary>
    public static IReadOnlyList<ContractQuestion> All { get; } =
    [
        new("title", new("合同名称", "the contract's title"), true),
        new("purchaser", new("采购人：代号和名称，如 our-bureau 数据局；已登记的只写代号", "the purchaser: a code and a name, such as our-bureau Data Bureau; the code alone where it is known"), true),
        new("vendor", new("供应商：代号和名称", "the vendor: a code and a name"), true),
        new("signedOn", new("签订日，如 2026-12-20；不写暂取服务期首日", "the day of signing, such as 2026-12-20; the first day of the term is taken where it is left out"), false),
        new("start", new("服务期首日", "the first day of the term"), true),
        new("through", new("服务期最后一天（含）", "the last day of the term, included"), true),
        new("price", new("合同总额（元）；不写为未定", "the contract total in yuan; undetermined where it is left out"), false),
        new("months", new("几个月考核一次；默认 3", "an assessment every how many months; 3 by default"), false),
        new("tranches", new("各笔款的百分比，如 40,60；默认 100", "the payments in per cent, such as 40,60; 100 by default"), false),
        new("systems", new("所维护的系统：代号和名称，分号隔开，如 portal 门户；mail 邮件", "the systems: codes and names with semicolons between, such as portal Portal; mail Mail"), false),
        new("posts", new("岗位和人数，分号隔开，如 engineer 驻场工程师 2", "posts and how many people, with semicolons between, such as engineer Engineer 2"), false),
    ];
}

/// <summary>The answers with which a contract begins.</summary>
/// <param name="Name">The contract's name: its folder.</param>
internal sealed record ContractAnswers(string Name, string Title, Called Purchaser, Called Vendor, LocalDate? SignedOn, LocalDate Start, LocalDate Through, decimal? Price, int Months, IReadOnlyList<decimal> Tranches, IReadOnlyList<Called> Systems, IReadOnlyList<(Called Post, int Headcount)> Posts)
{
    private static readonly char[] Separators = [';', '；'];

    /// <summary>Reads answers as people give them.</summary>
    /// <returns>The answers, or what is wrong with them.</returns>
    public static (ContractAnswers? Answers, IReadOnlyList<FormProblem> Complaints) Read(string name, IReadOnlyDictionary<string, string> given)
    {
        var complaints = Gaps(name, given);
        var start = Day("start");
        var through = Day("through");
        var answers = new ContractAnswers(
            name, given.GetValueOrDefault("title") ?? "", One("purchaser"), One("vendor"), Day("signedOn"), start ?? default, through ?? default,
            Number("price", 0m, 999_999_999_999m), (int)(Number("months", 1m, 60m) ?? 3m),
            given.TryGetValue("tranches", out var shares) ? shares.Split([',', '，']).Select(share => Parsed("tranches", share, 0m, 100m) ?? 0m).ToList() : [100m],
            Many("systems").ToList(),
            Many("posts").Select(post => post.Title.Split(' ') is [.. var words, var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && words.Length > 0
                ? (post with { Title = string.Join(' ', words) }, count) : (post, 1)).ToList());
        if (complaints.Count == 0)
        {
            complaints.AddRange(Contradictions(answers));
        }

        return complaints.Count == 0 ? (answers, []) : (null, complaints);

        LocalDate? Day(string key)
        {
            if (given.TryGetValue(key, out var text) && Values.DateIn(text.Trim()) is null)
            {
                complaints.Add(new(key, new($"“{text}”不是日期", $"'{text}' is no date"), new("写作 2026-01-08", "write 2026-01-08")));
            }

            return given.TryGetValue(key, out var written) ? Values.DateIn(written.Trim()) : null;
        }

        decimal? Number(string key, decimal least, decimal most) => given.TryGetValue(key, out var text) ? Parsed(key, text, least, most) : null;

        decimal? Parsed(string key, string text, decimal least, decimal most)
        {
            if (decimal.TryParse(text.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number.Scale <= 2)
            {
                return number;
            }

            complaints.Add(new(key, new($"“{text}”不是 {least} 至 {most} 的数", $"'{text}' is no number from {least} to {most}"), new("只写数字，至多两位小数", "write a number of at most two decimals")));
            return null;
        }

        Called One(string key) => given.TryGetValue(key, out var text) ? Read(key, text) : new("", "");

        IEnumerable<Called> Many(string key) => given.TryGetValue(key, out var text)
            ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Read(key, part)) : [];

        Called Read(string key, string text)
        {
            var words = text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
            if (!IsCode(words[0]))
            {
                complaints.Add(new(key, new($"“{words[0]}”不能作代号", $"'{words[0]}' cannot be a code"), new("先写代号（小写字母、数字和连字符），空一格再写名称", "a code of lower-case letters, digits and hyphens first, a blank, and the name")));
            }

            return new(words[0], words is [_, var title] ? title : words[0]);
        }
    }

    /// <summary>What is asked and not answered, answered and not asked.</summary>
    private static List<FormProblem> Gaps(string name, IReadOnlyDictionary<string, string> given)
    {
        var complaints = new List<FormProblem>();
        foreach (var key in given.Keys.Where(key => ContractQuestion.All.All(question => question.Key != key)))
        {
            var known = string.Join(", ", ContractQuestion.All.Select(question => question.Key));
            complaints.Add(new(key, new($"没有“{key}”这一项", $"there is no '{key}'"), new($"可用：{known}", $"there are: {known}")));
        }

        foreach (var question in ContractQuestion.All.Where(question => question.IsRequired && !given.ContainsKey(question.Key)))
        {
            complaints.Add(new(question.Key, new("没有填写", "not answered"), question.Question));
        }

        if (!IsCode(name))
        {
            complaints.Add(new("contract", new($"“{name}”不能作合同代号", $"'{name}' cannot be a contract's name"), new("小写字母、数字和连字符，如 portal-2027", "lower-case letters, digits and hyphens, such as portal-2027")));
        }

        return complaints;
    }

    private static IEnumerable<FormProblem> Contradictions(ContractAnswers answers)
    {
        if (answers.Through < answers.Start)
        {
            yield return new("through", new("最后一天早于首日", "the last day is before the first"), new("核对 start 和 through", "check start and through"));
        }

        if (answers.Tranches.Sum() != 100m)
        {
            yield return new("tranches", new("各笔款合计不是 100%", "the payments do not add up to 100 per cent"), new("写作 40,60", "write 40,60"));
        }
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 80 && text.Split('-').All(part => part.Length > 0 && part.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}

/// <summary>A code and what people call it.</summary>
internal sealed record Called(string Code, string Title);
