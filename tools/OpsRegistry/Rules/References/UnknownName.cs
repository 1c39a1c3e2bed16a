using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>Words a finding about a name that nothing has: with the name that was probably meant, or the kind of thing that has it.</summary>
internal sealed class UnknownName(Registry registry)
{
    private const int MostSuggestions = 20; // In a contract. Each looks at every name: without an end a folder full of slips would take its square.

    private readonly Lazy<ILookup<string, Resource>> byName = new(() => registry.Resources.ToLookup(resource => resource.Name, StringComparer.Ordinal)); // most registries name nothing that is not there
    private readonly Dictionary<string, int> suggestions = new(StringComparer.Ordinal);

    /// <summary>The words for a reference to a file.</summary>
    /// <param name="contract">The contract in which names count; null for files outside contracts.</param>
    /// <param name="asker">The contract whose file gives the name, where it is another one.</param>
    public (Message Message, Text Help) Describe(Kind kind, string name, string? contract, string? asker = null)
    {
        var namesake = byName.Value[name].FirstOrDefault(resource => resource.Metadata.Contract == contract || resource.Metadata.Contract is null);
        if (namesake is not null && namesake.Kind != kind)
        {
            return (
                new($"“{name}”是{namesake.Kind.Title.Zh}，不是{kind.Title.Zh}", $"'{name}' is of kind {namesake.Kind.Name}, not {kind.Name}"),
                Help(kind.Title, name, Known(kind, contract), asker ?? contract ?? ""));
        }

        return (
            new($"没有名为“{name}”的{kind.Title.Zh}", $"no {kind.Title.En} is called '{name}'"),
            Help(kind.Title, name, Known(kind, contract), asker ?? contract ?? ""));
    }

    /// <summary>The words for a reference to something that has an id within a file.</summary>
    public static (Message Message, Text Help) Describe(Text what, string id, IReadOnlyList<string> known) =>
        (new($"没有编号为“{id}”的{what.Zh}", $"no {what.En} has the id '{id}'"),
         Nearest.To(id, known) is { } meant
            ? Meant(meant)
            : new($"可用的有：{Shown.Show(known).Zh}", $"there are: {Shown.Show(known).En}"));

    private Text Help(Text what, string name, IEnumerable<string> known, string asker)
    {
        var made = suggestions[asker] = suggestions.GetValueOrDefault(asker) + 1;
        return made <= MostSuggestions && Nearest.To(name, known) is { } meant
            ? Meant(meant)
            : new($"改正名称，或先建立该{what.Zh}的文件", $"correct the name, or add the {what.En}'s file first");
    }

    private static Text Meant(string name) => new($"是否指“{name}”？", $"did you mean '{name}'?");

    private IEnumerable<string> Known(Kind kind, string? contract) =>
        registry.Resources.Where(resource => resource.Kind == kind && resource.Metadata.Contract == contract).Select(resource => resource.Name);
}
