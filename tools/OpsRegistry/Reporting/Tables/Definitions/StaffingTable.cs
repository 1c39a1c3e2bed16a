using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Time;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.PostRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A post with the days looked at; its number is its place in order.</summary>
internal sealed record PostRow(int Number, StaffingDays Post)
{
    private IEnumerable<NodaTime.LocalDate> Days => Enumerable.Range(0, Post.Days.Days).Select(count => Post.Days.Start.PlusDays(count));

    public int Asked => Post.Requirement.Headcount;

    public int DaysTooFew => Days.Count(day => Post.PresentOn(day) < Asked);

    public int DaysTooFewQualified => Days.Count(day => Post.QualifiedOn(day) < Asked);

    public int Lacking => Days.Sum(day => Math.Max(0, Asked - Post.PresentOn(day)));
}

/// <summary>What each post asks for, and how often somebody was lacking.</summary>
internal static class StaffingTable
{
    private const string Asked = "headcount", Days = "days", Lacking = "lacking";

    private static readonly Text Nothing = Text.Same("—");

    public static Table<PostRow> For(IReadOnlyList<StaffingDays> posts) => new("posts", new("岗位要求与缺额", "Posts"), ColumnsOf(posts), posts.Select((post, index) => new PostRow(index + 1, post)).ToList())
    {
        WhenEmpty = new("合同没有人员要求。", "The contract asks for no posts."),
        Mark = row => row.DaysTooFew > 0,
    };

    /// <summary>The days without a record of presence stand only where a post's presence is recorded.</summary>
    private static IReadOnlyList<Column> ColumnsOf(IReadOnlyList<StaffingDays> posts) => posts.Any(post => post.Requirement.PresenceRecorded)
        ? [.. Columns[..^1], Column.Count("unrecorded", new("未登记到岗的工作日", "working days without record"), row => row.Post.Requirement.PresenceRecorded ? row.Post.Unrecorded.Count : null) with { Width = 13, Tone = Tone.Warning, IsEssential = false }, Columns[^1]]
        : Columns;

    private static Column[] Columns { get; } =
    [
        Column.Words("title", new("岗位", "post"), row => row.Post.Requirement.Title) with { Width = 24 },
        Column.Words("asked", new("要求", "asked for"), row => AskedBy(row.Post.Requirement)) with { Width = 38, IsEssential = false, Under = "title" },
        Column.Count(Asked, new("应到人数", "people"), row => row.Asked) with { Width = 8 },
        Column.Count(Days, new("天数", "days"), row => row.Post.Days.Days) with { Width = 8, IsEssential = false, Formula = (row, cells) => $"COUNT({DaysOf(row, cells)})" },
        Column.Count("daysTooFew", new("缺人天数", "days with too few"), row => row.DaysTooFew) with { Width = 8, Tone = Tone.Bad, Formula = (row, cells) => $"COUNTIF({DaysOf(row, cells)},\"<\"&{cells[Asked]})" },
        Column.Count(Lacking, new("缺人次", "person-days lacking"), row => row.Lacking) with { Width = 8, IsEssential = false, Formula = LackingFormula },
        Column.Count("daysTooFewQualified", new("不合要求天数", "days with too few qualified"), row => row.DaysTooFewQualified) with { Width = 13, Tone = Tone.Warning },
        new Column("share", new("到岗率", "presence"), ValueKind.Share, ShareOf) { Width = 13, Formula = (_, cells) => $"IF({cells[Asked]}*{cells[Days]}=0,{cells.Quoted(Nothing)},1-{cells[Lacking]}/({cells[Asked]}*{cells[Days]}))" },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Post.Requirement.Clauses) with { Width = 33, IsEssential = false },
    ];

    /// <summary>What a post asks for, in one line.</summary>
    public static Text AskedBy(StaffingRequirement requirement)
    {
        List<Text> asked =
        [
            new($"{requirement.Headcount} 人", $"{requirement.Headcount} at the least"),
            .. If(requirement.OnSite, new("驻场", "on site")),
            .. If(requirement.Assumed, new("人数为推定", "the number is assumed")),
            .. If(requirement.Exclusive, new("专职", "no other post")),
            .. If(requirement.Dedicated, new("专属", "dedicated")),
            .. If(requirement.OwnEmployees, new("本单位员工", "own employees")),
            .. If(requirement.Education != Education.Unstated, new($"学历 {requirement.Education.Title().Zh}", $"education {requirement.Education.Title().En}")),
            .. If(requirement.Certificate is not null, Text.Same(VisibleText.Show(requirement.Certificate ?? ""))),
            .. If(requirement.ExperienceYears > 0, ExperienceOf(requirement)),
            .. If(requirement.PresenceRecorded, new("逐日登记到岗", "presence recorded by day")),
            .. If(requirement.ConfidentialityAgreement, new("签保密协议", "confidentiality agreement")),
        ];
        return new(string.Join("，", asked.Select(words => words.Zh)), string.Join(", ", asked.Select(words => words.En)));

        static Text[] If(bool isAsked, Text words) => isAsked ? [words] : [];
    }

    private static Text ExperienceOf(StaffingRequirement requirement) => requirement.ExperienceIn is { } kind
        ? new($"{requirement.ExperienceYears} 年“{VisibleText.Show(kind)}”经验", $"{requirement.ExperienceYears} years of experience in '{VisibleText.Show(kind)}'")
        : new($"{requirement.ExperienceYears} 年经验", $"{requirement.ExperienceYears} years of experience");

    /// <summary>A post by day: a lane for each person who held it, and below them the days on which it was short of people.</summary>
    public static TimeChart Chart(StaffingDays post)
    {
        var (title, asked) = (post.Requirement.Title, post.Requirement.Headcount);
        var gaps = post.TooFew.Select(gap => (gap, Tone: Tone.Bad)).Concat(post.TooFewQualified.Except(post.TooFew).Select(gap => (gap, Tone: Tone.Warning)));
        return new(
            "post", title, new($"缺人 {post.TooFew.Sum(gap => gap.Days.Days)} 天", $"{post.TooFew.Sum(gap => gap.Days.Days)} days short of people"), post.Days.ToInterval(),
            [
                .. post.Holdings.GroupBy(holding => holding.Assignment.Spec.Person, StringComparer.Ordinal).Select(person => new Lane(Text.Same(person.Key), person.SelectMany(holding => SpansOf(holding, post.Days)).ToList(), [])),
                new(new($"应有 {asked} 人", $"{asked} asked for"), gaps.Select(pair => SpanOf(pair.gap.Days, Text.Same($"{pair.gap.Found}/{asked}"), pair.Tone)).ToList(), []),
            ])
        {
            Legend =
            [
                (Tone.Good, new("在岗", "in post")), (Tone.Warning, new("不合要求", "lacking something")), (Tone.Bad, new("缺人", "short of people")),
            ],
        };
    }

    /// <summary>A holding, cut where what the person lacks begins or ends.</summary>
    private static IEnumerable<LaneSpan> SpansOf(PostHolding holding, DateSpan within)
    {
        var days = holding.Days.Intersect(within);
        var edges = holding.Faults.SelectMany(fault => new[] { fault.Days.Start, fault.Days.End }).Where(day => days.Start < day && day < days.End)
            .Append(days.Start).Append(days.End).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1), (from, to) =>
        {
            var lacks = holding.Faults.Where(fault => fault.Days.Contains(from)).Select(fault => fault.Lacks.Title()).ToList();
            return SpanOf(new(from, to), new(string.Join("、", lacks.Select(lack => lack.Zh)), string.Join(", ", lacks.Select(lack => lack.En))), lacks.Count == 0 ? Tone.Good : Tone.Warning);
        });
    }

    private static LaneSpan SpanOf(DateSpan days, Text words, Tone tone)
    {
        var span = new Value.Days(days);
        return new(days.ToInterval(), new($"{ValueText.Show(span, Language.Zh)} {words.Zh}", $"{ValueText.Show(span, Language.En)} {words.En}"), tone);
    }

    private static string DaysOf(PostRow row, IFormulaCells cells) => cells.Block(PresenceTable.IdOf(row.Number), PresenceTable.Day(1), PresenceTable.Day(PresenceTable.LongestMonth));

    private static Formula LackingFormula(PostRow row, IFormulaCells cells)
    {
        var days = DaysOf(row, cells);
        return $"SUMPRODUCT(ISNUMBER({days})*({days}<{cells[Asked]})*({cells[Asked]}-{days}))";
    }

    private static Value ShareOf(PostRow row) => row.Asked * row.Post.Days.Days is > 0 and var all
        ? new Value.Share(1 - ((decimal)row.Lacking / all))
        : new Value.Undetermined(Nothing);
}
