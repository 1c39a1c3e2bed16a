using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Settling;
using static OpsRegistry.Cli.Serving.Pages.DeskPage;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>What waits for whom, each item with the form or button that ends the waiting.</summary>
/// <param name="site">The registry as it stands.</param>
internal sealed class DeskWaiting(LiveSite site, Language language)
{
    private const int Most = 12;

    /// <summary>What waits for whom in a contract, the first of each.</summary>
    public Html List(PageContext page, SiteContract contract)
    {
        var items = site.Contents.Waiting.Items.Where(item => item.Contract == contract.Name).ToList();
        var kinds = items.GroupBy(item => item.For).OrderBy(group => group.Key);
        return Section("waiting", In("待办", "Waiting"), items.Count == 0 ? Tag("p.empty", In("没有待办事项", "nothing waits for anybody")) : All(kinds.Select(group => All(
            Tag("h3", In($"等待{group.Key.Title().Zh}（{group.Count()}）", $"Waits for the {group.Key.Title().En} ({group.Count()})")),
            Tag("ul.waiting", group.Take(Most).Select(item => Row(page, item))),
            group.Count() > Most ? Tag("p.note", In($"另有 {group.Count() - Most} 项，见", $"{group.Count() - Most} more under "), page.Link(SiteAddress.Waiting, In("待办", "Waiting")), "。") : null))));
    }

    private Element Row(PageContext page, WaitingItem item) => Tag(
        "li",
        Tag("span.badge.plain", item.Kind.Title().In(language)), " ",
        Tag("span.what", item.What.In(language)), " ",
        Tag("span.under", item.Day is { } day ? In($"最后一天 {Shown(day)}", $"last day {Shown(day)}") : "", item.Moves is not null || item.IsPayment ? Stake(item) : ""),
        ActionOf(page, item));

    private string Stake(WaitingItem item) => item.MostYuan is > 0m and < decimal.MaxValue
        ? In($"　至多 {item.MostYuan.ToString("#,##0.00", CultureInfo.InvariantCulture)} 元", $"  up to {item.MostYuan.ToString("#,##0.00", CultureInfo.InvariantCulture)} yuan") : "";

    /// <summary>The form by which somebody ends the waiting, begun as far as it is known.</summary>
    private Element? ActionOf(PageContext page, WaitingItem item)
    {
        var name = Path.GetFileNameWithoutExtension(item.Subject);
        return !item.Standing.CanBeDone() ? null : item.Kind switch
        {
            WaitingKind.Determination => Begin(page, item, typeof(Determination), ("record", item.At?.Name ?? name)),
            WaitingKind.Reading => Begin(page, item, typeof(Decision), ("interpretation", item.Subject)),
            WaitingKind.Ruling => Begin(page, item, typeof(Ruling), ("dispute", name)),
            WaitingKind.Judgement => Begin(page, item, typeof(Judgement), ("period", item.Period ?? "")),
            WaitingKind.Evaluation => Begin(page, item, typeof(PeriodClosing), ("period", item.Period ?? "")),
            WaitingKind.Seal => SealButton(item.Contract, item.Period!),
            WaitingKind.Payment => Begin(page, item, typeof(Payment), ("tranche", item.Subject)),
            WaitingKind.Invoice => Begin(page, item, typeof(Invoice), ("tranche", item.Subject)),
            WaitingKind.Pending or WaitingKind.Missing => DutyOf(item) is { } match ? Begin(page, item, Kinds.Named(match)!.SpecType) : null,
        };
    }

    private static string? DutyOf(WaitingItem item) => item.Subject.Split('/') is [_, var id, ..] && Governance.Obligations(item.Folder).FirstOrDefault(duty => duty.Id == id) is { FulfilledBy: [var match, ..] } ? match.Kind : null;

    private Element Begin(PageContext page, WaitingItem item, Type spec, params (string Field, string Value)[] begun)
    {
        var kind = Kinds.All.First(one => one.SpecType == spec);
        var query = string.Join('&', begun.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Field}={Uri.EscapeDataString(pair.Value)}"));
        return Tag("a.act", In("办理", "do it")).With("href", page.To(FormAddress(item.Contract, kind)) + (query.Length > 0 ? "?" + query : "")).With("aria-label", In($"办理：{item.What.Zh}", $"do it: {item.What.En}"));
    }

    private Element SealButton(string contract, string period) => Tag("button.act", In($"封存 {period}", $"seal {period}")).With("type", "button").With("data-seal", period).With("data-contract", contract);

    /// <summary>The button that seals the first period that has a result and no seal; null where there is none.</summary>
    public Html? Seals(SiteContract contract)
    {
        var sealedPeriods = contract.Result.Folder.Of<Seal>().Select(seal => seal.Spec.Period).ToHashSet(StringComparer.Ordinal);
        var final = contract.Result.Periods.FirstOrDefault(period => period.State != Assessing.PeriodState.Open && !sealedPeriods.Contains(period.Period.Id));
        return final is null ? null : Tag("p", SealButton(contract.Name, final.Period.Id), " ", Tag("span.said").With("role", "status"));
    }

    private string In(string zh, string en) => language == Language.Zh ? zh : en;
}
