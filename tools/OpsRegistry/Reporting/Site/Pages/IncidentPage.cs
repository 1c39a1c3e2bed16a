using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>An incident: its course, level, limits with their proofs, cost and cause.</summary>
internal static class IncidentPage
{
    public static Page For(SiteContract contract, SiteIncident incident, Page above) => new(
        SiteAddress.Incident(contract.Name, incident.Resource.Name),
        Text.Same(incident.Incident.Summary),
        [
            new Block.Figures(Facts(contract, incident).ToList()),
            new Block.Heading(new("处置经过", "Course"), "course") { Level = 2 },
            IncidentCourse.For(incident, contract.Result.AsOf),
            .. Limits(incident),
            .. incident.Grading is not { } grading ? [] : (Block[])
            [
                new Block.Heading(new("级别认定", "Level"), "level") { Level = 2 },
                Block.Listing.Of((output, language) => SeverityProof.Write(output, grading, incident.Incident.Severity, language)),
            ],
            .. Determined(incident),
            .. Cost(incident),
            .. Recorded(contract, incident),
        ])
    {
        Above = above,
        Scope = incident.Period is { } period ? $"{contract.Name}/{period.Period.Id}" : contract.Name,
        Anchors = [Anchor.Record(incident.Resource.Path)],
        Over =
        [
            new Value.Words(RecordNames.Show(incident.Resource.Name)),
            incident.Level,
            incident.IsOpen ? new Value.State(new("未恢复", "open"), Tone.Warning) : Value.None,
            incident.Resource.Metadata.Provenance == Provenance.Sample ? new Value.State(Provenance.Sample.Title(), Tone.Plain) : Value.None,
        ],
    };

    private static IEnumerable<Figure> Facts(SiteContract contract, SiteIncident incident)
    {
        var (record, folder) = (incident.Incident, contract.Result.Folder);
        yield return new("category", new("类别", "category"), new Value.Words(record.Category.Title()));
        yield return new("channel", new("报告方式", "reported by"), new Value.Words(record.Channel.Title()));
        if (record.Systems.Count > 0)
        {
            yield return new("systems", new("系统", "systems"), new Value.Many(record.Systems.Select(Value (system) => new Value.Link(folder.Find<InformationSystem>(system.Value)?.Spec.Title ?? Text.Same(system.Value), Anchor.System(folder.Name, system.Value))).ToList()));
        }

        if (record.Services.Count > 0)
        {
            yield return new("services", new("服务项", "services"), new Value.Many(record.Services.Select(Value (service) => new Value.Link(Text.Same(service.Value), Anchor.Service(folder.Name, service.Value))).ToList()));
        }

        yield return new("cause", new("原因", "cause"), new Value.Words(record.CauseCategory.Title()));
        yield return new("attributable", new("服务单位原因", "caused by the vendor"), States.YesNo(record.Attributable));
        yield return new("impact", new("严重影响", "serious impact"), new Value.Words(record.SeriousImpact.Title()));
        if (record.Tier is { } tier)
        {
            yield return new("tier", new("服务条款的级别", "tier"), new Value.Words(Text.Same(tier)));
        }

        if (record.Responders.Count > 0)
        {
            yield return new("responders", new("处置人", "responders"), new Value.Many([.. record.Responders.Select(person => new Value.Code(person.Value))]));
        }

        if (record.Ticket is { } ticket)
        {
            yield return new("ticket", new("工单号", "ticket"), new Value.Code(ticket));
        }

        if (record.Assets.Count > 0)
        {
            var titles = record.Assets.Select(asset => folder.Find<Asset>(asset.Value)?.Spec.Title ?? Text.Same(asset.Value)).ToList();
            yield return new("assets", new("资产", "assets"), new Value.Words(new(string.Join("、", titles.Select(title => title.Zh)), string.Join(", ", titles.Select(title => title.En)))));
        }

        if (record.Parts.Count > 0)
        {
            yield return new("parts", new("更换部件", "parts replaced"), new Value.Words(Text.Same(string.Join("；", record.Parts.Select(part => $"{part.Title} {part.OldSerial ?? "—"} → {part.NewSerial ?? "—"}")))));
        }

        if (record.SignedBy.Count > 0)
        {
            yield return new("signedBy", new("签字确认", "signed by"), new Value.Code(string.Join("、", record.SignedBy.Select(person => person.Value))));
        }

        yield return new("record", new("记录", "record"), new Value.Code($"{incident.Resource.Path}:{incident.Resource.Place.Line}")) { Below = new Value.Code($"blob {incident.Resource.Blob[..12]}") };
    }

    private static IEnumerable<Block> Limits(SiteIncident incident) => Block.Part(OutcomeTable.For(incident.Measurement.Scope, incident.Targets).Without("record") with
    {
        Title = new("时限", "Limits"),
        WhenEmpty = new("没有适用的时限。", "No limit applies."),
        Details = result => result.Elapsed is null ? null : new(new("计时证明", "time proof"), [new Block.TableBlock(TimePieceTable.For(1, result))]),
    });

    private static IEnumerable<Block> Determined(SiteIncident incident) =>
        incident.Period is { } period && DeterminationTable.For(period, incident.Resource.Path) is { RowCount: > 0 } table ? Block.Part(table) : [];

    private static IEnumerable<Block> Cost(SiteIncident incident)
    {
        if (incident.Period is not { } period || incident.Deductions.Count + incident.Money.Count == 0)
        {
            yield break;
        }

        yield return new Block.Heading(new("由此扣减", "What it cost"), "cost") { Level = 2 };
        if (incident.Deductions.Count > 0)
        {
            yield return new Block.TableBlock(DeductionTable.Linking(period.Assessment, incident.Deductions));
        }

        if (incident.Money.Count > 0)
        {
            yield return new Block.TableBlock(SettlementTable.For(period) with { Rows = incident.Money });
        }
    }

    private static IEnumerable<Block> Recorded(SiteContract contract, SiteIncident incident)
    {
        (Text Title, string? Words)[] parts =
        [
            (new("原因分析", "Why"), incident.Incident.Cause), (new("处置", "What was done"), incident.Incident.Handling), (new("备注", "Note"), incident.Resource.Metadata.Note),
        ];
        var (told, evidence) = (parts.Where(part => part.Words is not null).ToList(), incident.Incident.Evidence);
        return told.Count + evidence.Count == 0 ? [] :
        [
            new Block.Heading(new("记录内容", "As recorded"), "told") { Level = 2 },
            .. told.SelectMany((part, index) => (Block[])[new Block.Heading(part.Title, $"told{index + 1}") { Level = 3 }, new Block.Prose(Text.Same(part.Words!)) { IsOwn = true }]),
            .. evidence.Count == 0 ? [] : (Block[])[new Block.Figures([new Figure("evidence", new("材料", "evidence"), RecordTable.ProofsOf(contract, incident.Resource))])],
        ];
    }
}
