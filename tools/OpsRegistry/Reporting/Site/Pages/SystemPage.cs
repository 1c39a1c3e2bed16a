using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>An information system: its modules and what happened to it.</summary>
internal static class SystemPage
{
    public static Page For(SiteContract contract, Resource<InformationSystem> system, Page above)
    {
        var (folder, incidents) = (contract.Result.Folder, contract.Incidents.Where(incident => incident.Incident.Systems.Any(one => one.Value == system.Name)).ToList());
        return new(
            SiteAddress.System(contract.Name, system.Name),
            system.Spec.Title,
            [
                new Block.Figures(Facts(system).ToList()),
                .. ServicePage.WordsOf(contract, system.Spec.Clauses),
                .. Block.Part(
                    IncidentTable.For(folder, incidents.Select(incident => incident.Row).ToList()),
                    IncidentTimeline.For(new(folder.Terms.Term.Start, folder.Terms.Term.End), incidents, contract.Result.AsOf)),
            ])
        {
            Above = above,
            Scope = contract.Name,
            Anchors = [Anchor.System(contract.Name, system.Name)],
            Over = [new Value.Code(system.Name)],
        };
    }

    private static IEnumerable<Figure> Facts(Resource<InformationSystem> system)
    {
        var spec = system.Spec;
        if (spec.Group is { } group)
        {
            yield return new("group", new("分组", "group"), new Value.Words(Text.Same(group)));
        }

        if (spec.ProtectionLevel is { } level)
        {
            yield return new("level", new("等级保护", "protection level"), new Value.Words(new($"{level} 级", $"level {level}")));
        }

        if (spec.Owner is { } owner)
        {
            yield return new("owner", new("责任人", "owner"), new Value.Code(owner));
        }

        yield return new("clauses", new("条款", "clause"), new Value.Clauses(spec.Clauses));
        yield return new("file", new("数据文件", "file"), new Value.Record(system.Path, system.Path, system.Place.Line));
        if (spec.Modules.Count > 0)
        {
            yield return new("modules", new($"模块（{spec.Modules.Count}）", $"modules ({spec.Modules.Count})"), new Value.Words(new(string.Join("、", spec.Modules.Select(module => module.Title.Zh)), string.Join(", ", spec.Modules.Select(module => module.Title.En))))) { IsWide = true };
        }
    }
}
