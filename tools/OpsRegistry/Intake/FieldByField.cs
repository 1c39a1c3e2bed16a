using System.Text.Json;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>What is wrong at a field.</summary>
/// <param name="Field">The way to the field below <c>spec</c>, with <c>/</c> between; empty where no single one is at fault.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Rule">The rule that found it; null where a field is only not filled in yet.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record FieldProblem(string Field, Severity Severity, string? Rule, Text Message, Text Help);

/// <summary>A file that is being filled in.</summary>
/// <param name="Name">Its name: the next of its kind, contract and year.</param>
/// <param name="Path">Where it will stand, from the repository's root.</param>
/// <param name="Text">What it says so far.</param>
/// <param name="Missing">What must be filled in yet.</param>
/// <param name="Problems">What is wrong with what is there, by the schema.</param>
internal sealed record FilledFile(Kind Kind, string Contract, string Name, string Path, string Text, IReadOnlyList<FieldProblem> Missing, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>True where the whole registry can judge it.</summary>
    public bool IsComplete => Missing.Count == 0 && Problems.Count == 0;

    /// <summary>A finding at its field.</summary>
    public FieldProblem At(Finding finding) => new(
        YamlReader.Read(Path, Encoding.UTF8.GetBytes(Text)).Root is { } root && finding.Place.Path == Path ? Below(FieldPlaces.Find(root, finding.Place)) : "",
        finding.Rule.Severity, finding.Rule.Id, finding.Message, finding.Help);

    private static string Below(string path) => path.StartsWith(Spec, StringComparison.Ordinal) ? path[Spec.Length..] : path == "metadata/note" ? IntakeForm.NoteKey : "";

    private const string Spec = "spec/";
}

/// <summary>Makes a file of any kind that has running numbers from what is filled in field by field.</summary>
/// <param name="schemas">The schemas, which know the fields.</param>
/// <param name="taken">The paths of every file that is there or was sent in and is not merged yet: their numbers are taken.</param>
internal sealed class FieldByField(SchemaSet schemas, IReadOnlyCollection<string> taken)
{
    /// <summary>The kinds that can be filled in so: those whose files may bear a running number.</summary>
    public static IReadOnlyList<Kind> Kinds(SchemaSet schemas) =>
        Model.Kinds.All.Where(kind => kind.Area is Area.Records or Area.Claims or Area.Decisions && NextName.MayBeNumbered(schemas, kind)).ToList();

    /// <summary>The fields under <c>spec:</c>.</summary>
    public static IReadOnlyList<SchemaPart> FieldsOf(SchemaSet schemas, Kind kind) => schemas.PartOf(kind.Name)?.Below("spec")?.Parts ?? [];

    /// <summary>The file.</summary>
    /// <param name="values">What was filled in, by the fields' names; and the note.</param>
    /// <param name="proofs">The files that prove it, as the record names them.</param>
    /// <param name="today">The day that is meant where none is given.</param>
    /// <returns>Null where the numbers of the year are used up.</returns>
    public FilledFile? Write(Kind kind, string contract, JsonElement values, IReadOnlyList<YamlMapping> proofs, LocalDate today)
    {
        var spec = schemas.PartOf(kind.Name)!.Below("spec")!;
        var filled = FilledFields.Read(spec, values, today);
        var day = DayOf(kind, filled, today);
        if (NextName.After(kind, contract, day.Year, taken) is not { } name)
        {
            return null;
        }

        var path = kind.PathFor(contract, name, day);
        var content = new YamlMapping();
        foreach (var part in spec.Parts)
        {
            content.Add(part.Name, part.Name == EvidenceKey && proofs.Count > 0 ? (object)proofs : filled.Where(pair => pair.Key == part.Name).Select(pair => pair.Value).FirstOrDefault());
        }

        var note = FilledFields.Read(schemas.PartOf(kind.Name)!.Below("metadata")!, values, today).Where(pair => pair.Key == IntakeForm.NoteKey).Select(pair => pair.Value).FirstOrDefault();
        var text = YamlText.SchemaLine(path, SchemaSet.FileOf(kind.Name)) + YamlText.Write(new()
        {
            { "apiVersion", SchemaSet.ApiVersion },
            { "kind", kind.Name },
            { "metadata", new YamlMapping { { "name", name }, { "contract", contract }, { "provenance", "entered" }, { IntakeForm.NoteKey, note } } },
            { "spec", content },
        });
        var written = content.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var missing = spec.Parts.Where(part => part.IsRequired && !written.Contains(part.Name)).Select(NotFilledIn).ToList();
        return Judged(new(kind, contract, name, path, text, missing, []), written);
    }

    /// <summary>The key under which records name their proofs.</summary>
    public const string EvidenceKey = "evidence";

    // Where something is missing, what is there is judged field by field; else the schema judges the file.
    private FilledFile Judged(FilledFile file, IReadOnlySet<string> written)
    {
        var read = YamlReader.Read(file.Path, Encoding.UTF8.GetBytes(file.Text));
        if (read.Root is not { } root)
        {
            return file with { Problems = read.Findings.Select(finding => new FieldProblem("", finding.Rule.Severity, finding.Rule.Id, finding.Message, finding.Help)).ToList() };
        }

        var found = file.Missing.Count == 0 ? schemas.Validate(root)
            : written.SelectMany(field => schemas.Validate(file.Kind.Name, field, ((MappingNode)root["spec"]!)[field]!)).ToList();
        return file with { Problems = read.Findings.Concat(found).Where(finding => finding.Rule.Severity == Severity.Error).Select(file.At).ToList() };
    }

    private static FieldProblem NotFilledIn(SchemaPart part) => new(part.Name, Severity.Error, null, new($"{part.Title.Zh}还没有填", $"{part.Title.En} is not filled in"), new("", ""));

    private static LocalDate DayOf(Kind kind, YamlMapping filled, LocalDate today) =>
        kind.OccurredOn.Select(key => filled.Where(pair => pair.Key == key).Select(pair => DayIn(pair.Value)).FirstOrDefault()).FirstOrDefault(day => day is not null) ?? today;

    private static LocalDate? DayIn(object value) => value switch
    {
        LocalDate day => day,
        OffsetDateTime moment => Time.BeijingTime.DateOf(moment.ToInstant()),
        _ => null,
    };
}
