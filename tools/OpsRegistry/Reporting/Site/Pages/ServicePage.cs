using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>One service of a contract that bundles many: its term, limits, duties and records.</summary>
internal static class ServicePage
{
    public static Page For(SiteContract contract, Resource<Service> service, Page above)
    {
        var (folder, measurement) = (contract.Result.Folder, contract.Result.Measurement);
        var incidents = contract.Incidents.Where(incident => incident.Incident.Services.Any(one => one.Value == service.Name)).Select(incident => incident.Row).ToList();
        var others = measurement.FactsOf(service.Name).Where(fact => fact.Record is not Incident).Select(fact => new OtherRow(fact.Record.OccurredOn, fact.Resource)).ToList();
        var targets = TargetTable.For(service.Spec.Targets.Select(target => new TargetRow(TargetSummary.Summarise(target, measurement.Targets), null, false)).ToList());
        var isRecorded = ServiceScope.IsRecorded(folder.Terms, service.Name);
        var duties = DutyTable.Of(service, contract.Duties.SelectMany(day => day.Due).Where(occurrence => occurrence.Service == service.Name).ToList(), isRecorded);
        var days = contract.Result.Measurement.Periods.Where(period => period.HasBegunBy(measurement.AsOf)).ToList();
        var aggregates = AggregateTable.For(days.SelectMany(period => AggregateLine.Compute(measurement, period)).Where(line => line.Service == service.Name && (line.Closes || line.State == TargetState.Pending)).DistinctBy(line => (line.Terms.Id, line.Of, line.Span)).ToList());
        var quotas = QuotaTable.For(days.TakeLast(1).SelectMany(period => QuotaLine.Compute(measurement, period)).Where(line => line.Service == service.Name).ToList());
        return new(
            SiteAddress.Service(contract.Name, service.Name),
            Text.Same(service.Spec.Title),
            [
                new Block.Figures(Facts(folder, service).ToList()),
                .. Block.Part(targets with { WhenEmpty = new("没有自有时限，按合同的共同时限。", "No limit of its own; the contract's common ones hold.") }),
                .. aggregates.RowCount == 0 ? [] : Block.Part(aggregates),
                .. quotas.RowCount == 0 ? [] : Block.Part(quotas),
                .. Block.Part(duties with { WhenEmpty = new("没有计次的义务。", "No counted duty.") }),
                .. isRecorded ? [] : UnrecordedWords.Blocks(folder),
                .. service.Spec.NotMeasured.Count == 0 ? [] : Block.Part(UnmeasuredTable.For(service.Spec)),
                .. WordsOf(contract, service.Spec.Clauses),
                .. Block.Part(IncidentTable.For(folder, incidents)),
                .. others.Count == 0 ? [] : Block.Part(OtherTable.For(folder, others, Array.Empty<string>().ToLookup(path => path)) with { RowsPerPage = 250 }),
            ])
        {
            Above = above,
            Scope = contract.Name,
            Anchors = [Anchor.Service(contract.Name, service.Name)],
            Over = [new Value.Code(service.Name)],
        };
    }

    /// <summary>The words of clauses, where the text of the document is at hand.</summary>
    public static IEnumerable<Block> WordsOf(SiteContract contract, IReadOnlyList<string> clauses) =>
        contract.Document?.WordsOf(clauses) is { Count: > 0 } words
            ? [new Block.Details(new($"条款原文（{words.Count} 行）", $"The clauses' words ({words.Count} lines)"), words.Select(line => new Block.Paragraph(Text.Same(line))).ToList())]
            : [];

    private static IEnumerable<Figure> Facts(ContractFolder folder, Resource<Service> service)
    {
        var spec = service.Spec;
        yield return new("term", new("服务期", "term"), new Value.Days(spec.ActiveDays(folder.Terms.Term)))
        {
            Below = spec.Term is null && spec.Licences.Count == 0 ? new Value.Words(new("来源未印，取合同服务期", "not printed; the contract's term")) : Value.None,
        };
        if (spec.Aliases.Count > 0)
        {
            yield return new("aliases", new("别名", "also called"), new Value.Many(spec.Aliases.Select(Value (alias) => new Value.Words(Text.Same(alias))).ToList()));
        }

        if (spec.Licences.Count > 0)
        {
            yield return new("licences", new("许可", "licences"), new Value.Many(spec.Licences.Select(Value (licence) => new Value.Words(Text.Same($"{licence.What} {Moment.Show(licence.Start)} – {Moment.Show(licence.End)}"))).ToList()));
        }

        if (folder.ServiceLevels?.Windows.FirstOrDefault(one => one.Id == spec.Window) is { } window)
        {
            yield return new("window", new("服务时段", "window"), new Value.Words(window.Title));
        }

        yield return new("clauses", new("条款", "clause"), new Value.Clauses(spec.Clauses));
        yield return new("file", new("数据文件", "file"), new Value.Record(service.Path, service.Path, service.Place.Line));
    }
}
