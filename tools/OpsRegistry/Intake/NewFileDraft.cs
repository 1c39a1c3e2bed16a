using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Intake;

/// <summary>What somebody who begins a file says of it.</summary>
/// <param name="Kind">The kind of file.</param>
/// <param name="Contract">The contract whose folder it belongs to; null for files outside of contracts.</param>
/// <param name="Name">The file's name; null where it has the next number, or only one name is possible.</param>
/// <param name="Today">The day that is meant where none is given.</param>
/// <param name="Values">Values as people type them, by the field's key or title.</param>
internal sealed record NewFileRequest(Kind Kind, string? Contract, string? Name, LocalDate Today, IReadOnlyList<KeyValuePair<string, string>> Values);

/// <summary>A file that is begun: everything that can be known is filled in, what the kind asks for besides stands there with its explanation.</summary>
/// <param name="Path">Where it belongs, from the repository's root.</param>
/// <param name="ToFill">The fields that a person must still fill in.</param>
internal sealed record NewFile(string Path, string Name, string Text, IReadOnlyList<SchemaPart> ToFill);

/// <summary>Begins a file of any kind from its schema.</summary>
/// <param name="schemas">The schemas, which know the fields.</param>
/// <param name="registry">The registry, which knows what may be referred to.</param>
/// <param name="taken">The paths that are there.</param>
/// <param name="language">The language of the explanations.</param>
internal sealed class NewFileDraft(SchemaSet schemas, Registry registry, IReadOnlyCollection<string> taken, Language language)
{
    private const int MostListed = 20;

    /// <summary>The fields under <c>spec:</c> that a file of a kind may have, in the schema's order.</summary>
    public IReadOnlyList<SchemaPart> FieldsOf(Kind kind) => schemas.PartOf(kind.Name)?.Below("spec")?.Parts ?? [];

    /// <summary>What may stand in a field, as the registry knows it; empty where anything may.</summary>
    public IReadOnlyList<FormOption> ChoicesOf(Kind kind, SchemaPart field, string? contract)
    {
        var words = field.Item ?? field;
        if (words.Allowed.Count > 0)
        {
            return words.Allowed.Select(word => new FormOption(word, words.Titles.TryGetValue(word, out var title) ? title.In(language) : word)).ToList();
        }

        return kind.Field(field.Name)?.References is { } referred
            ? registry.Resources.Where(resource => resource.Kind.Name == referred && (resource.Metadata.Contract is null || resource.Metadata.Contract == contract))
                .Select(resource => new FormOption(resource.Name, resource.Name)).ToList()
            : [];
    }

    /// <summary>What is wrong with a value for a field; null where it may stand there.</summary>
    public FormProblem? Judge(Kind kind, SchemaPart field, string typed, LocalDate day)
    {
        var written = NewValue.Write(field, typed, day, 0);
        var file = YamlReader.Read("value.yaml", Encoding.UTF8.GetBytes(written));
        var wrong = file.Findings.FirstOrDefault() ?? (file.Root is { } root ? schemas.Validate(kind.Name, field.Name, root[field.Name]!).FirstOrDefault() : null);
        var help = field.Shape == PartShape.Moment ? new("写作 2026-01-08 09:40，或只写 09:40", "write 2026-01-08 09:40, or 09:40 alone") : wrong?.Help ?? default;
        return wrong is null ? null : new(field.Name, wrong.Message, help);
    }

    /// <summary>The file, or why it cannot be begun.</summary>
    public (NewFile? File, IReadOnlyList<FormProblem> Complaints) Begin(NewFileRequest request)
    {
        var kind = request.Kind;
        var fields = FieldsOf(kind);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var complaints = new List<FormProblem>();
        foreach (var (key, typed) in request.Values.Where(pair => pair.Key is not (IntakeForm.NoteKey or ProvenanceKey)))
        {
            if (FieldCalled(fields, key) is not { } field)
            {
                complaints.Add(NoSuchField(kind, fields, key));
            }
            else if (Judge(kind, field, typed, request.Today) is { } complaint)
            {
                complaints.Add(complaint);
            }
            else
            {
                values[field.Name] = typed;
            }
        }

        if (complaints.Count > 0)
        {
            return (null, complaints);
        }

        var day = DayOf(kind, fields, values, request.Today);
        foreach (var dated in fields.Where(field => field is { IsRequired: true, Shape: PartShape.Day } && kind.OccurredOn.Contains(field.Name, StringComparer.Ordinal)))
        {
            values.TryAdd(dated.Name, LocalDatePattern.Iso.Format(day));
        }

        if (NameOf(request, day) is not { } name)
        {
            return (null, [NoName(kind)]);
        }

        var path = kind.PathFor(request.Contract ?? "", name, day);
        return (new(path, name, Text(request, path, name, fields, values, day), ToFill(fields, values)), []);
    }

    private const string ProvenanceKey = "provenance";

    private static SchemaPart? FieldCalled(IReadOnlyList<SchemaPart> fields, string key) =>
        fields.FirstOrDefault(field => field.Name == key)
        ?? fields.FirstOrDefault(field => new[] { field.Name, field.Title.Zh, field.Title.En }.Contains(key, StringComparer.OrdinalIgnoreCase));

    private static FormProblem NoSuchField(Kind kind, IReadOnlyList<SchemaPart> fields, string key)
    {
        var known = string.Join(", ", fields.Select(field => field.Name));
        var near = Nearest.To(key, fields.SelectMany(field => new[] { field.Name, field.Title.Zh }));
        return new(
            key,
            new($"{kind.Title.Zh}没有字段“{key}”", $"{kind.Title.En} has no field '{key}'"),
            near is null ? new($"可用：{known}", $"there are: {known}") : new($"是不是“{near}”？可用：{known}", $"is '{near}' meant? there are: {known}"));
    }

    private static FormProblem NoName(Kind kind) => new(
        null,
        new($"{kind.Title.Zh}没有流水号，须自己取名", $"a {kind.Title.En} has no running number and needs a name"),
        new("用 --name 写出文件名（不含 .yaml）", "give the file's name without .yaml by --name"));

    // The day on which the thing happened, as far as it was said.
    private static LocalDate DayOf(Kind kind, IReadOnlyList<SchemaPart> fields, IReadOnlyDictionary<string, string> values, LocalDate today) =>
        kind.OccurredOn.Where(values.ContainsKey)
            .Select(key => NewValue.DayIn(fields.First(field => field.Name == key), values[key], today))
            .FirstOrDefault(day => day is not null) ?? today;

    private string? NameOf(NewFileRequest request, LocalDate day)
    {
        var kind = request.Kind;
        if (request.Name is not null || !kind.PathPattern.Contains("{name}", StringComparison.Ordinal))
        {
            return request.Name ?? (kind.Name == "Contract" ? request.Contract : Path.GetFileNameWithoutExtension(kind.PathFor("", "", day)));
        }

        return NextName.IsNumbered(schemas, kind) ? NextName.After(kind, request.Contract ?? "", day.Year, taken) : null;
    }

    private static List<SchemaPart> ToFill(IEnumerable<SchemaPart> fields, IReadOnlyDictionary<string, string> values) =>
        fields.Where(field => field.IsRequired && !values.ContainsKey(field.Name)).ToList();

    private string Text(NewFileRequest request, string path, string name, IReadOnlyList<SchemaPart> fields, IReadOnlyDictionary<string, string> values, LocalDate day)
    {
        var said = request.Values.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var text = new StringBuilder(YamlText.SchemaLine(path, SchemaSet.FileOf(request.Kind.Name)));
        YamlText.Write(
            text,
            new()
            {
                { "apiVersion", SchemaSet.ApiVersion },
                { "kind", request.Kind.Name },
                {
                    "metadata", new YamlMapping
                    {
                        { "name", name },
                        { "contract", request.Kind.PathPattern.Contains("{contract}", StringComparison.Ordinal) ? request.Contract : null },
                        { ProvenanceKey, said[ProvenanceKey].LastOrDefault() ?? (request.Kind.Area is Area.Governance or Area.MasterData ? "source" : "entered") },
                        { IntakeForm.NoteKey, said[IntakeForm.NoteKey].LastOrDefault() },
                    }
                },
            },
            0);
        text.Append("spec:\n");
        foreach (var field in fields)
        {
            text.Append("  # ").Append(Explained(request, field)).Append('\n');
            if (values.TryGetValue(field.Name, out var typed))
            {
                text.Append(NewValue.Write(field, typed, day, 2));
            }
            else
            {
                Lay(text, field, field.IsRequired ? "  " : "  # ", 0);
            }
        }

        return text.ToString();
    }

    private string Explained(NewFileRequest request, SchemaPart field)
    {
        // A description that explains every word needs no list beside it.
        var choices = ChoicesOf(request.Kind, field, request.Contract).Where(choice => !field.Description.In(language).Contains(choice.Value, StringComparison.Ordinal)).ToList();
        var listed = string.Join(new Text("、", ", ").In(language), choices.Take(MostListed).Select(choice => choice.Words == choice.Value ? choice.Value : new Text($"{choice.Value}（{choice.Words}）", $"{choice.Value} ({choice.Words})").In(language)));
        var shown = choices.Count > MostListed ? listed + " …" : listed;
        var required = field.IsRequired ? new Text("（必填）", " (required)").In(language) : "";
        string[] meant =
        [
            field.Description.In(language),
            field.Shape == PartShape.Moment && !field.Description.Zh.Contains("+08:00", StringComparison.Ordinal) ? new Text("写作 2026-01-08T09:40:00+08:00。", "Written as 2026-01-08T09:40:00+08:00.").In(language) : "",
            choices.Count == 0 ? "" : new Text($"可选：{shown}", $"One of: {shown}").In(language),
            field.Name == "evidence" ? Demanded(request) : "",
        ];
        var words = string.Join(' ', meant.Where(part => part.Length > 0));
        return (field.Title.In(language) + required + (words.Length == 0 ? "" : new Text("：", ": ").In(language) + words)).ReplaceLineEndings(" ");
    }

    // What the contract asks for of such a record: without it the record does not count as done.
    private string Demanded(NewFileRequest request)
    {
        var roles = registry.ContractNamed(request.Contract) is { } folder
            ? Governance.Obligations(folder).Where(duty => duty.FulfilledBy.Any(match => match.Kind == request.Kind.Name)).SelectMany(duty => duty.Evidence).Distinct(StringComparer.Ordinal)
                .Select(role => Kinds.EvidenceRoles.TryGetValue(role, out var title) ? new Text($"{role}（{title.Zh}）", role).In(language) : role).ToList()
            : [];
        return roles.Count == 0 ? "" : new Text($"合同要求：{string.Join("、", roles)}；./opsreg evidence add 附上。", $"The contract asks for: {string.Join(", ", roles)}; add it by ./opsreg evidence add.").In(language);
    }

    // An empty place: keys without values, of a list one item.
    private static void Lay(StringBuilder text, SchemaPart part, string margin, int depth)
    {
        text.Append(margin).Append(part.Name).Append(":\n");
        var item = part is { Shape: PartShape.List, Item.Shape: PartShape.Mapping } ? part.Item : null;
        if (depth < 2 && (item ?? (part.Shape == PartShape.Mapping ? part : null)) is { } laid)
        {
            var start = text.Length;
            foreach (var below in laid.Parts.Where(below => below.IsRequired))
            {
                Lay(text, below, margin + (item is null ? "  " : "    "), depth + 1);
            }

            if (item is not null && text.Length > start)
            {
                text[start + margin.Length + 2] = '-';
            }
        }
    }
}
