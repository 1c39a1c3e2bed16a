using OpsRegistry.Measuring;
using OpsRegistry.Model;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The posts of a contract by day.</summary>
internal static class StaffSection
{
    public static Html Of(PageContext page, SiteContract contract) => Section(
        "staff",
        page.In("人员到岗", "Staff by day"),
        contract.Staffing.Count == 0
            ? Tag("p.empty", page.In("合同没有人员要求。", "The contract asks for no staff."))
            : All(contract.Staffing.Select(post => Post(page, post))),
        contract.Staffing.Count == 0 ? null : Legend(page));

    private static Html Post(PageContext page, StaffingDays post) => Tag(
        "div.post",
        Tag("h3", page.In(post.Requirement.Title), " ", Tag("span.asked", Asked(page, post))),
        post.Days.IsEmpty || post.Holdings.Count == 0 ? Tag("p.empty", page.In("没有派驻记录。", "Nobody is assigned.")) : StaffChart.Of(page, post),
        post.TooFew.Count + post.TooFewQualified.Count == 0
            ? null
            : Tag(
                "ul.gaps",
                post.TooFew.Select(gap => Tag("li", Badge("bad", page.In("✕ 缺人", "✕ short")), " ", Tag("span.time", SiteWords.Days(gap.Days)), " ", page.In($"到岗 {gap.Found}，应有 {post.Requirement.Headcount}（{gap.Days.Days} 天）", $"{gap.Found} of {post.Requirement.Headcount} ({gap.Days.Days} days)")))
                    .Concat(post.TooFewQualified.Except(post.TooFew).Select(gap => Tag("li", Badge("warn", page.In("⚠ 不合要求", "⚠ not as required")), " ", Tag("span.time", SiteWords.Days(gap.Days)), " ", page.In($"符合全部要求 {gap.Found}，应有 {post.Requirement.Headcount}（{gap.Days.Days} 天）", $"{gap.Found} of {post.Requirement.Headcount} as required ({gap.Days.Days} days)"))))),
        Note(Clauses(page, post.Requirement.Clauses)));

    private static string Asked(PageContext page, StaffingDays post)
    {
        var asked = post.Requirement;
        string?[] words =
        [
            page.In($"{asked.Headcount} 人", $"{asked.Headcount} at the least"),
            asked.OnSite ? page.In("驻场", "on site") : null,
            asked.Exclusive ? page.In("专职", "no other post") : null,
            asked.Education == Model.Education.Unstated ? null : page.In($"{asked.Education.Title().Zh}以上", $"{asked.Education.Title().En} or above"),
            asked.Certificate,
            asked.ExperienceYears > 0 ? page.In($"{asked.ExperienceYears} 年经验", $"{asked.ExperienceYears} years of experience") : null,
            asked.ConfidentialityAgreement ? page.In("签保密协议", "confidentiality agreement") : null,
        ];
        return string.Join(page.In("，", ", "), words.OfType<string>());
    }

    private static Html Legend(PageContext page)
    {
        Html Key(string kind, string words, bool crossed = false) => Tag(
            "li",
            Tag("svg", Svg.Rect(kind, 1, 1, 20, 13), crossed ? Svg.Path("cross", $"M8 4.5l6 6m0 -6l-6 6") : null)
                .With("width", 22).With("height", 15).With("viewBox", "0 0 22 15").With("aria-hidden", "true").With("class", "staff"),
            words);
        return Tag(
            "ul.legend",
            Key("held", page.In("在岗", "in post")),
            Key("lacking", page.In("在岗但不合要求", "in post, lacking something")),
            Key("enough", page.In("当日足额", "enough people that day")),
            Key("unfit", page.In("足额但不全合要求", "enough, not all as required")),
            Key("short", page.In("当日缺人", "short of people"), crossed: true));
    }
}
