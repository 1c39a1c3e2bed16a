using System.Text.Json.Serialization;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Lists;

/// <summary>The resources of a kind as JSON: an array in the order given.</summary>
internal static class ResourceListJson
{
    /// <summary>Writes the resources.</summary>
    public static void Write(TextWriter output, IEnumerable<Resource> resources) =>
        JsonOutput.Write<IReadOnlyList<ListedResource>>(output, resources.Select(EntryOf).ToList());

    private static ListedResource EntryOf(Resource resource) => resource.Spec is Service service
        ? new ListedService(resource.Metadata.Contract, resource.Path, resource.Blob)
        {
            Id = resource.Name,
            Section = service.Section,
            Number = service.Number,
            Name = service.Title,
            Term = new(service.Term?.Start, service.Term?.End),
            Licences = service.Licences.Select(licence => new ListedLicence(licence.What, licence.Start, licence.End)).ToList(),
            Window = service.Window,
            Targets = service.Targets.Count,
            Obligations = service.Obligations.Count,
        }
        : new ListedFile(resource.Metadata.Contract, resource.Path, resource.Blob) { Name = resource.Name };
}

/// <summary>A resource in a list.</summary>
/// <param name="Contract">Its contract; null for what all contracts share.</param>
/// <param name="Path">Its file, from the repository's root.</param>
/// <param name="Blob">The id that git gives the file's bytes.</param>
[JsonDerivedType(typeof(ListedService))]
[JsonDerivedType(typeof(ListedFile))]
internal abstract record ListedResource(
    [property: JsonPropertyOrder(-1)] string? Contract, [property: JsonPropertyOrder(1)] string Path, [property: JsonPropertyOrder(2)] string Blob);

internal sealed record ListedFile(string? Contract, string Path, string Blob) : ListedResource(Contract, Path, Blob)
{
    /// <summary>The name by which other files refer to it.</summary>
    public required string Name { get; init; }
}

/// <summary>A service: as printed, null where the source prints nothing.</summary>
internal sealed record ListedService(string? Contract, string Path, string Blob) : ListedResource(Contract, Path, Blob)
{
    /// <summary>The file's name, which records refer to.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the source it is listed in.</summary>
    public required string Section { get; init; }

    /// <summary>Its number in that part.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its term.</summary>
    public required ListedTerm Term { get; init; }

    /// <summary>Licences and their terms.</summary>
    public required IReadOnlyList<ListedLicence> Licences { get; init; }

    /// <summary>The window in which it is attended.</summary>
    public required string? Window { get; init; }

    /// <summary>How many limits it has.</summary>
    public required int Targets { get; init; }

    /// <summary>How many duties it has.</summary>
    public required int Obligations { get; init; }
}

/// <summary>A term; both days are included.</summary>
internal sealed record ListedTerm(LocalDate? Start, LocalDate? End);

/// <summary>A licence with its term; both days are included.</summary>
internal sealed record ListedLicence(string? What, LocalDate? Start, LocalDate? End);
