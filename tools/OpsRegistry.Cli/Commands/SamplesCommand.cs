using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg samples remove</c>: takes away what a registry began with as an example. A file is a sample where it says so itself.</summary>
internal static class SamplesCommand
{
    private static readonly Option<bool> Apply = new("--apply") { Description = "真的删除；不写只列出 / really remove them; without it they are only listed" };

    public static Command Create()
    {
        var remove = new Verb(
            "remove", "删除样例：provenance 为 sample 的文件及只由它们使用的证据 / remove the samples: files whose provenance is sample, and evidence that they alone use",
            "./opsreg samples remove", "./opsreg samples remove --apply")
        {
            Options = { Apply },
        };
        remove.SetAction(parse => Run(Session.Open(parse)));
        return new Verb("samples", "样例合同和样例记录 / example contracts and records", "./opsreg samples remove") { Subcommands = { remove } };
    }

    private static int Run(Session session)
    {
        if (session.At is not null)
        {
            throw new UsageException(new("samples remove 只在工作目录里做，不能用 --at", "samples are removed in a work tree, not with --at"));
        }

        var files = SamplesIn(session.Loaded.Registry);
        var left = session.Loaded.Registry.Unread.Count;
        if (left > 0)
        {
            session.Error.WriteLine(new Text($"opsreg：{left} 个文件读不进来，是不是样例不能判断，没有动", $"opsreg: {English.Count(left, "file")} cannot be read and stay, since nobody can tell whether that is a sample").In(session.Language));
        }

        var isReal = session.Parse.GetValue(Apply);
        var freed = Freed(session).ToList();
        if (isReal)
        {
            WorkTree.Write(session.Workspace.Root, files.Select(path => (path, (byte[]?)null)).Concat(freed.Select(one => (one.Path, (byte[]?)Encoding.UTF8.GetBytes(one.Text)))).ToDictionary(StringComparer.Ordinal));
        }

        files.ForEach(session.Output.WriteLine);
        freed.ForEach(one => session.Output.WriteLine(new Text($"{one.Path}：从名单里去掉 {string.Join('、', one.Names)}", $"{one.Path}: {string.Join(", ", one.Names)} taken from the list").In(session.Language)));

        foreach (var (path, by) in KeptIn(session.Loaded.Registry, files))
        {
            session.Output.WriteLine(new Text($"保留 {path}：{by} 还用到它；先改那个文件，再运行一次", $"kept {path}: {by} names it; change that file and run this again").In(session.Language));
        }

        session.Output.WriteLine((files.Count == 0 ? new Text("没有样例", "there are no samples")
            : isReal ? new Text($"已删除 {files.Count} 个文件", $"{English.Count(files.Count, "file")} removed")
            : new Text($"{files.Count} 个文件是样例；加 --apply 删除", $"samples: {English.Count(files.Count, "file")}; add --apply to remove them")).In(session.Language));
        return left > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>The samples, by path. What a file that is no sample names stays, so that nothing of anybody's own is left without what it rests on.</summary>
    private static List<string> SamplesIn(Registry registry)
    {
        var own = registry.Resources.Where(resource => resource.Metadata.Provenance != Provenance.Sample).ToList();
        var named = own.SelectMany(resource => resource.Spec.References.Where(reference => !IsListed(resource, reference)).Select(reference => (reference.Kind, reference.Name.Value))).ToHashSet();
        var contracts = own.Select(resource => resource.Metadata.Contract).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var samples = registry.Resources
            .Where(resource => resource.Metadata.Provenance == Provenance.Sample)
            .Where(resource => !named.Contains((resource.Kind.Name, resource.Name)) && (resource.Kind.Area != Area.Governance || resource.Metadata.Contract is not { } contract || !contracts.Contains(contract)))
            .ToList();
        var kept = registry.Resources.Except(samples).SelectMany(EvidenceOf).ToHashSet(StringComparer.Ordinal);
        return [.. samples.Select(sample => sample.Path).Concat(samples.SelectMany(EvidenceOf).Where(path => !kept.Contains(path) && registry.EvidenceFiles.Any(file => file.Path == path))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>True for a name of a contract in a list: the list says as much without it, so the contract need not stay for its sake.</summary>
    private static bool IsListed(Resource namer, Reference reference) => reference.Kind == "Contract" && namer.Kind.Name == nameof(Rights);

    /// <summary>Lists of one's own that name contracts which go, each file as it reads without them.</summary>
    private static IEnumerable<(string Path, string Text, IReadOnlyList<string> Names)> Freed(Session session)
    {
        var registry = session.Loaded.Registry;
        var going = registry.Contracts.Where(contract => registry.Resources.Any(resource => resource.Kind.Name == "Contract" && resource.Name == contract.Name && resource.Metadata.Provenance == Provenance.Sample)).Select(contract => contract.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var own in registry.Resources.Where(resource => resource.Metadata.Provenance != Provenance.Sample))
        {
            var listed = own.Spec.References.Where(reference => IsListed(own, reference) && going.Contains(reference.Name.Value)).ToList();
            if (listed.Count > 0 && YamlEdit.Open(File.ReadAllText(Path.Combine(session.Workspace.Root, own.Path))) is { } edit)
            {
                // From the end, so that what stands before keeps its place.
                foreach (var place in listed.Select(reference => reference.Name.Place).OrderByDescending(place => place.Line).ThenByDescending(place => place.Column))
                {
                    if (edit.PathAt(place.Line, place.Column) is { } path)
                    {
                        edit.Remove(path);
                    }
                }

                yield return (own.Path, edit.Text, listed.Select(reference => reference.Name.Value).Distinct(StringComparer.Ordinal).ToList());
            }
        }
    }

    /// <summary>The samples that stay, each with a file of somebody's own that names it.</summary>
    private static IEnumerable<(string Path, string By)> KeptIn(Registry registry, List<string> removed) =>
        from sample in registry.Resources
        where sample.Metadata.Provenance == Provenance.Sample && !removed.Contains(sample.Path)
        let namer = registry.Resources.FirstOrDefault(own => own.Metadata.Provenance != Provenance.Sample && own.Spec.References.Any(reference => !IsListed(own, reference) && reference.Kind == sample.Kind.Name && reference.Name.Value == sample.Name))
        where namer is not null
        select (sample.Path, namer.Path);

    private static IEnumerable<string> EvidenceOf(Resource resource) =>
        (resource.Spec as RecordSpec)?.Evidence.Select(evidence => $"ops-registry/contracts/{resource.Metadata.Contract}/evidence/{evidence.File}") ?? [];
}
