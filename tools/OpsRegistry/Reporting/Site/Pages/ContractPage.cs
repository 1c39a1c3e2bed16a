using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>A contract: how it stands, its periods, money, duties, incidents, people and readings.</summary>
internal static class ContractPage
{
    private const int ShownIncidents = 12;

    public static Page For(SiteContents site, SiteContract contract, Page above)
    {
        var (folder, result) = (contract.Result.Folder, contract.Result);
        var days = new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End);
        return new(
            SiteAddress.Contract(contract.Name),
            folder.Terms.Title,
            [
                new Block.Figures([.. Standing(contract), .. Facts(site, contract)]),
                .. UnrecordedWords.Blocks(folder),
                .. Block.Part(PeriodTable.For(contract), PeriodScoreTable.TrendOf(result.Periods)),
                .. AccountBlocks.For(result, withIds: false).Skip(2),
                .. Block.Part(WaitingTable.For(site.Waiting with { Items = site.Waiting.Items.Where(item => item.Contract == contract.Name).ToList() }).Without(WaitingTable.Contract)),
                .. Block.Part(DueTable.For(contract.Due.Items).Without(DueTable.Contract)),
                new Block.Heading(new("周期性义务", "Recurring duties"), "recurring") { Level = 2 },
                DutyCalendar.For(days, contract.Duties),
                new Block.Paragraph(new("逐项列出", "duty by duty")) { Tone = Tone.Faint, To = Anchor.Page(SiteAddress.Duties(contract.Name)) },
                .. Block.Part(IncidentTable.For(folder, contract.Incidents.Take(ShownIncidents).Select(incident => incident.Row).ToList()), IncidentTimeline.For(days, contract.Incidents, contract.Result.AsOf)),
                new Block.Paragraph(new($"全部 {contract.Incidents.Count} 件", $"all {contract.Incidents.Count}")) { Tone = Tone.Faint, To = Anchor.Page(SiteAddress.Records(contract.Name, Kinds.Of<Incident>())) },
                .. Block.Part(InForceTable.For(folder, Interpreting.Readings.InForce(folder))),
                .. Block.Part(PromiseTable.For(folder)),
                .. Block.Part(RecordKindTable.For(contract)),
            ])
        {
            Above = above,
            Scope = contract.Name,
            Related = Related(contract),
            Anchors = [Anchor.Contract(contract.Name)],
            Over = [new Value.Code(contract.Name), new Value.Words(Text.Same(folder.Terms.Number ?? ""))],
        };
    }

    private static IEnumerable<Figure> Facts(SiteContents site, SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms;
        yield return new("purchaser", new("采购人", "purchaser"), new Value.Words(site.Origin.TitleOf(terms.Purchaser)));
        yield return new("vendor", new("供应商", "vendor"), new Value.Words(site.Origin.TitleOf(terms.Vendor)));
        yield return new("term", new("服务期", "term"), new Value.Days(new(terms.Term.Start, terms.Term.End))) { Below = new Value.Words(ContractTable.PassedOf(contract)) };
        yield return new("total", new("合同总额（元）", "total (yuan)"), terms.Amount is { } amount ? new Value.Yuan(amount.Value) : new Value.Undetermined(new("来源未载明", "not stated in the source")));
        yield return new("sources", new("依据文件", "sources"), new Value.Many(terms.Sources.Select(Value (source) => new Value.Words(Text.Same($"{source.Id} {source.Title}"))).ToList()));
        yield return new("file", new("数据文件", "file"), new Value.Record(contract.Result.Folder.Contract.Path, contract.Result.Folder.Contract.Path, 1));
    }

    private static IEnumerable<Figure> Standing(SiteContract contract)
    {
        var (account, latest) = (contract.Result.Settlement, contract.Latest);
        yield return new("score", latest is null ? new("得分", "score") : new($"{latest.Period.Id} 得分", $"{latest.Period.Id} score"), ContractTable.ScoreOf(latest)) { IsLead = true, Below = new Value.Words(ContractTable.BandOf(latest)) };
        if (contract.IsScored)
        {
            yield return new("deducted", new("累计扣款（元）", "deducted so far (yuan)"), Value.YuanOf(account.AfterCap)) { IsLead = true, Below = new Value.Words(RangeWords.UnderYuan(account.Deducted)) };
        }

        yield return new("open", new("应付未付（元）", "payable, not paid (yuan)"), Value.YuanOf(account.Open)) { IsLead = true, Below = new Value.Words(RangeWords.UnderYuan(account.Unpaid)) };
        yield return OverdueFigure.For(contract.Due.Items);
        yield return new("missing", new("缺少的义务", "missing duties"), new Value.Count(contract.Duties.Sum(day => day.Missing))) { IsLead = true, Below = new Value.Words(new($"已履行 {contract.Duties.Sum(day => day.Fulfilled)}", $"{contract.Duties.Sum(day => day.Fulfilled)} fulfilled")) };
        yield return new("incidents", new("事件", "incidents"), new Value.Count(contract.Incidents.Count)) { IsLead = true, Below = new Value.Words(new($"未恢复 {contract.Incidents.Count(incident => incident.IsOpen)}", $"{contract.Incidents.Count(incident => incident.IsOpen)} open")) };
    }

    /// <summary>The further pages of the contract.</summary>
    private static IReadOnlyList<(Text Title, string Address)> Related(SiteContract contract)
    {
        (Text Title, string Address, bool Holds)[] all =
        [
            (new("时间线", "Timeline"), SiteAddress.Timeline(contract.Name), true),
            (new("各期比较", "Periods compared"), SiteAddress.Compare(contract.Name), ComparePage.Holds(contract)),
            (new("服务与系统", "Services and systems"), SiteAddress.Services(contract.Name), true),
            (new("人员", "Staff"), SiteAddress.Staff(contract.Name), true),
            (new("条款覆盖", "Coverage of clauses"), SiteAddress.Clauses(contract.Name), contract.Document is not null),
            (new("数据说明", "Notes on the data"), SiteAddress.Notes(contract.Name), contract.Notes is not null),
        ];
        return all.Where(one => one.Holds).Select(one => (one.Title, one.Address)).ToList();
    }
}
