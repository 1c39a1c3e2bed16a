using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Staffing;

/// <summary>A contract's posts for the terminal: what is asked for, who held the post, and on which days something was lacking.</summary>
internal static class StaffingText
{
    /// <summary>Writes the posts of one contract.</summary>
    public static void Write(TextWriter output, ContractFolder folder, IReadOnlyList<StaffingDays> staffing, IReadOnlyList<WatchDays> watches, Language language)
    {
        output.WriteLine(Tone.Heading, $"{folder.Name}  {VisibleText.Show(folder.Terms.Title.In(language))}");
        if (staffing.Count == 0)
        {
            output.WriteLine("  " + new Text("合同没有人员要求", "the contract asks for no staff").In(language));
        }

        foreach (var post in staffing)
        {
            output.WriteLine();
            WritePost(output, post, language);
        }

        if (watches.Count > 0)
        {
            output.WriteLine();
            var table = WatchTable.For(watches);
            output.WriteLine(Tone.Strong, "  " + table.Title.In(language));
            TableText.Write(output, table, language, "    ");
        }

        output.WriteLine();
    }

    private static void WritePost(TextWriter output, StaffingDays staffing, Language language)
    {
        output.WriteLine(Tone.Strong, $"  {VisibleText.Show(staffing.Requirement.Title.In(language))}  {Asked(staffing.Requirement).In(language)}");
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left);
        foreach (var holding in staffing.Holdings)
        {
            var lacks = holding.Faults.Select(fault => new Text($"{fault.Lacks.Title().Zh}（{Span(fault.Days)}）", $"{fault.Lacks.Title().En} ({Span(fault.Days)})").In(language));
            table.Add(holding.Assignment.Spec.Person, Span(holding.Days), string.Join(language == Language.Zh ? "；" : "; ", lacks));
        }

        table.Write(output, "    ");
        foreach (var gap in staffing.TooFew)
        {
            output.WriteLine(Tone.Warning, "    ⚠ " + new Text(
                $"{Span(gap.Days)}：到岗 {gap.Found} 人，应有 {staffing.Requirement.Headcount} 人（{gap.Days.Days} 天）",
                $"{Span(gap.Days)}: {gap.Found} of {staffing.Requirement.Headcount} there ({gap.Days.Days} days)").In(language));
        }

        foreach (var gap in staffing.TooFewCame)
        {
            output.WriteLine(Tone.Warning, "    ⚠ " + new Text(
                $"{Span(gap.Days)}：到岗表 {gap.Found} 人，应到 {staffing.Requirement.Headcount} 人（{gap.Days.Days} 天）",
                $"{Span(gap.Days)}: {gap.Found} of {staffing.Requirement.Headcount} came ({gap.Days.Days} days)").In(language));
        }

        if (staffing.Unrecorded is [var first, ..] unrecorded)
        {
            output.WriteLine(Tone.Warning, "    ⚠ " + new Text(
                $"{unrecorded.Count} 个工作日没有到岗记录，首个 {Moment.Show(first)}",
                $"no record of presence on {unrecorded.Count} working days, the first {Moment.Show(first)}").In(language));
        }

        foreach (var gap in staffing.TooFewQualified.Except(staffing.TooFew))
        {
            output.WriteLine(Tone.Warning, "    ⚠ " + new Text(
                $"{Span(gap.Days)}：符合全部要求 {gap.Found} 人，应有 {staffing.Requirement.Headcount} 人（{gap.Days.Days} 天）",
                $"{Span(gap.Days)}: {gap.Found} of {staffing.Requirement.Headcount} as required ({gap.Days.Days} days)").In(language));
        }
    }

    /// <summary>What a post asks for, in one line.</summary>
    public static Text Asked(StaffingRequirement requirement)
    {
        var asked = new List<Text> { new($"{requirement.Headcount} 人", $"{requirement.Headcount} at the least") };
        AddIf(requirement.OnSite, new("驻场", "on site"));
        AddIf(requirement.Assumed, new("人数为推定", "the number is assumed"));
        AddIf(requirement.Exclusive, new("专职", "no other post"));
        AddIf(requirement.Dedicated, new("专属", "dedicated"));
        AddIf(requirement.OwnEmployees, new("本单位员工", "own employees"));
        AddIf(requirement.Education != Education.Unstated, new($"学历 {requirement.Education.Title().Zh}", $"education {requirement.Education.Title().En}"));
        AddIf(requirement.Certificate is not null, Text.Same(VisibleText.Show(requirement.Certificate ?? "")));
        AddIf(requirement.ExperienceYears > 0, ExperienceOf(requirement));
        AddIf(requirement.PresenceRecorded, new("逐日登记到岗", "presence recorded by day"));
        AddIf(requirement.ConfidentialityAgreement, new("签保密协议", "confidentiality agreement"));
        return new(string.Join("，", asked.Select(words => words.Zh)), string.Join(", ", asked.Select(words => words.En)));

        void AddIf(bool isAsked, Text words)
        {
            if (isAsked)
            {
                asked.Add(words);
            }
        }
    }

    private static Text ExperienceOf(StaffingRequirement requirement) => requirement.ExperienceIn is { } kind
        ? new($"{requirement.ExperienceYears} 年“{VisibleText.Show(kind)}”经验", $"{requirement.ExperienceYears} years of experience in '{VisibleText.Show(kind)}'")
        : new($"{requirement.ExperienceYears} 年经验", $"{requirement.ExperienceYears} years of experience");

    private static string Span(DateSpan days) =>
        string.Create(CultureInfo.InvariantCulture, $"{Moment.Show(days.Start)} … {Moment.Show(days.End.PlusDays(-1))}");
}
