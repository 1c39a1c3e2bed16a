using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting;

/// <summary>The last line of what a verb says on a terminal: how much of what it listed there is, so that nobody has to scroll up for it.</summary>
internal static class SummaryWords
{
    /// <summary>Writes it.</summary>
    public static void WriteSummary(this TextWriter output, Text words, Language language) => output.WriteLine(Tone.Strong, words.In(language));

    /// <summary>So many files.</summary>
    public static Text Files(int count) => new($"{count} 个文件", English.Count(count, "file"));

    /// <summary>Some periods of a contract: what they deduct, and what is open.</summary>
    public static Text OfPeriods(ContractResult result, IReadOnlyList<PeriodResult> periods)
    {
        var (name, count) = (result.Folder.Name, periods.Count);
        if (!result.Folder.IsScored)
        {
            return new($"{name}：{count} 期，没有评分条款", $"{name}: {English.Count(count, "period")}, not scored");
        }

        var yuan = Yuan.Show(periods.Aggregate((decimal?)0m, (sum, period) => sum + period.Settlement.Total));
        var open = periods.Sum(period => period.OpenPoints.Count);
        return new($"{name}：{count} 期，扣款（元）{yuan.Zh}，未决 {open} 项", $"{name}: {English.Count(count, "period")}, yuan deducted {yuan.En}, {English.Count(open, "point")} open");
    }

    /// <summary>How often the limits of some periods were kept.</summary>
    public static Text OfLevels(ContractFolder folder, IReadOnlyList<ServiceLevelStatement> statements)
    {
        var counts = Enum.GetValues<TargetState>().Select(state => (Title: state.Title(), Count: statements.Sum(statement => statement.In(state).Count()))).Where(one => one.Count > 0).ToList();
        return counts.Count == 0
            ? new($"{folder.Name}：{statements.Count} 期，没有计时", $"{folder.Name}: {English.Count(statements.Count, "period")}, nothing was measured")
            : new(
                $"{folder.Name}：{statements.Count} 期，{string.Join("，", counts.Select(one => $"{one.Title.Zh} {one.Count}"))}",
                $"{folder.Name}: {English.Count(statements.Count, "period")}, {string.Join(", ", counts.Select(one => $"{one.Title.En} {one.Count}"))}");
    }

    /// <summary>What a contract's account comes to.</summary>
    public static Text OfAccount(ContractResult result)
    {
        var (deducted, open) = (Yuan.Show(result.Settlement.AfterCap), Yuan.Show(result.Settlement.Open));
        return !result.Folder.IsScored ? new($"{result.Folder.Name}：没有评分条款，未付（元）{open.Zh}", $"{result.Folder.Name}: not scored, yuan unpaid {open.En}")
            : new($"{result.Folder.Name}：累计扣款（元）{deducted.Zh}，未付（元）{open.Zh}", $"{result.Folder.Name}: yuan deducted {deducted.En}, unpaid {open.En}");
    }

    /// <summary>How many posts lacked somebody on some day.</summary>
    public static Text OfPosts(ContractFolder folder, IReadOnlyList<StaffingDays> posts)
    {
        var lacking = posts.Count(post => post.TooFew.Count > 0 || post.TooFewQualified.Count > 0);
        return new($"{folder.Name}：{posts.Count} 个岗位，其中 {lacking} 个有缺人或不合要求的日子", $"{folder.Name}: {English.Count(posts.Count, "post")}, {lacking} of them with days on which somebody was lacking");
    }

    /// <summary>How much is due, and how much of it can still be done.</summary>
    public static Text OfDue(IReadOnlyList<DueItem> items)
    {
        var shown = DueOccurrence.Fold(items);
        var counts = Enum.GetValues<DueStanding>().Select(standing => (Title: standing.Title(), Count: shown.Count(item => item.Standing == standing))).Where(one => one.Count > 0).ToList();
        return new(
            $"{shown.Count} 项{(counts.Count > 0 ? "：" : "")}{string.Join("，", counts.Select(one => $"{one.Title.Zh} {one.Count}"))}",
            $"{English.Count(shown.Count, "item")}{(counts.Count > 0 ? ": " : "")}{string.Join("; ", counts.Select(one => $"{one.Title.En} {one.Count}"))}");
    }

    /// <summary>How much waits for whom, and how much of it nobody can mend any more.</summary>
    public static Text OfWaiting(WaitingList list)
    {
        var parties = list.Items.CountBy(item => item.For).OrderBy(pair => pair.Key).ToList();
        var past = list.Items.Count(item => !item.Standing.CanBeDone());
        return new(
            $"{list.Items.Count} 项{(parties.Count > 0 ? "：" : "")}{string.Join("，", parties.Select(pair => $"{pair.Key.Title().Zh} {pair.Value}"))}{(past > 0 ? $"；其中 {past} 项已无法补" : "")}",
            $"{English.Count(list.Items.Count, "item")}{(parties.Count > 0 ? ": " : "")}{string.Join(", ", parties.Select(pair => $"{pair.Key.Title().En} {pair.Value}"))}{(past > 0 ? $"; {past} of them past mending" : "")}");
    }

    /// <summary>How much of source documents is modelled.</summary>
    public static Text OfDocuments(IReadOnlyList<DocumentCoverage> documents)
    {
        var clauses = documents.Sum(document => document.Map.Clauses.Count);
        return new($"{documents.Count} 份来源文件，{clauses} 条条款", $"{English.Count(documents.Count, "source document")}, {English.Count(clauses, "clause")}");
    }
}
