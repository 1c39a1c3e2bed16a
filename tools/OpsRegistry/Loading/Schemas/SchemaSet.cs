using System.Text.Json;
using Newtonsoft.Json.Linq;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading.Schemas;

/// <summary>
/// The schemas of all kinds. What is wrong with them is said before any of them judges; those that the tool brings along were looked at when it was built, so a start does
/// not do it again.
/// </summary>
internal sealed class SchemaSet
{
    /// <summary>The one apiVersion this tool reads.</summary>
    public const string ApiVersion = "ops-registry/v1";

    /// <summary>How many findings of one file are listed one by one.</summary>
    public const int MaximumFindings = 50;

    private const string Extension = ".schema.json";

    private static readonly string[] Envelope = ["apiVersion", "kind"];
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 128 }; // twice what SchemaBundle lets pass

    private readonly Dictionary<string, Lazy<Prepared>> kinds = new(StringComparer.Ordinal);
    private readonly Lazy<(JObject? Schema, IReadOnlyList<Finding> Findings)> common;
    private readonly Lazy<JsonElement?> ownCommon;

    private SchemaSet(IReadOnlyDictionary<string, string> files)
    {
        Identity = IdentityOf(files);
        common = new(() => files.TryGetValue(SchemaBundle.CommonFile, out var shared) ? SchemaBundle.Parse(SchemaBundle.CommonFile, shared) : (null, []));
        ownCommon = new(() => files.TryGetValue(SchemaBundle.CommonFile, out var shared) && EmbeddedSchemas.Holds(SchemaBundle.CommonFile, shared) ? Parsed(shared) : null);
        foreach (var (file, json) in files)
        {
            if (file != SchemaBundle.CommonFile && file.EndsWith(Extension, StringComparison.Ordinal))
            {
                kinds[KindOf(file)] = new(() => Prepare(file, json));
            }
        }
    }

    /// <summary>The same for the same files, whatever their order.</summary>
    public CacheKey Identity { get; }

    /// <summary>What is wrong with the schemas themselves: all of them, used or not.</summary>
    public IReadOnlyList<Finding> Findings => FindingOrder.Sorted(kinds.Values.SelectMany(kind => kind.Value.Findings).Concat(common.Value.Findings));

    /// <summary>What is wrong with the schemas that have judged something so far. A file whose kind has an unusable schema is refused.</summary>
    public IReadOnlyList<Finding> UsedFindings => FindingOrder.Sorted(
        kinds.Values.Where(kind => kind.IsValueCreated).SelectMany(kind => kind.Value.Findings).Concat(common.IsValueCreated ? common.Value.Findings : []));

    /// <summary>The kinds that have a usable schema, in ordinal order.</summary>
    public IReadOnlyList<string> Kinds => [.. kinds.Keys.Where(kind => kinds[kind].Value.Schema is not null).Order(StringComparer.Ordinal)];

    /// <summary>Builds the set; each schema is prepared when it first judges a file, so a start costs only what it uses.</summary>
    /// <param name="files">File name within schemas/ (e.g. <c>incident.schema.json</c>) to JSON text; <c>common.schema.json</c> holds shared definitions.</param>
    public static SchemaSet Load(IReadOnlyDictionary<string, string> files) => new(files);

    /// <summary>The schema file of a kind, e.g. <c>service-levels.schema.json</c> for <c>ServiceLevels</c>.</summary>
    public static string FileOf(string kind)
    {
        var name = new StringBuilder();
        foreach (var letter in kind)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name + Extension;
    }

    /// <summary>The kind of a schema file, e.g. <c>ServiceLevels</c> for <c>service-levels.schema.json</c>.</summary>
    public static string KindOf(string file) =>
        string.Concat(file[..^Extension.Length].Split('-').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The title of a kind; the kind's own name where the schema gives none or there is no schema.</summary>
    public Text TitleOf(string kind) =>
        SchemaOf(kind)?.Title ?? Text.Same(kind);

    /// <summary>The fields under <c>spec:</c> of a kind, in the schema's order; none where there is no usable schema.</summary>
    public IReadOnlyList<SchemaField> FieldsOf(string kind) =>
        SchemaOf(kind)?.Properties.TryGetValue("spec", out var spec) == true
            ? spec.Actual.Properties.Select(property => SchemaField.Read(property.Key, property.Value)).ToList()
            : [];

    /// <summary>The whole file of a kind; null where there is no usable schema.</summary>
    public SchemaPart? PartOf(string kind) => SchemaOf(kind) is { } schema ? new(kind, schema, true) : null;

    /// <summary>What is wrong with a file's form, by the apiVersion and kind it states, and what it will lose; in order of place.</summary>
    public IReadOnlyList<Finding> Validate(YamlFile file) => file.Root is { } root ? Validate(root, file.Comments) : [];

    /// <summary>What is wrong with a file's form, by the apiVersion and kind it states; in order of place.</summary>
    public IReadOnlyList<Finding> Validate(MappingNode root) => Validate(root, YamlFile.NoComments);

    private IReadOnlyList<Finding> Validate(MappingNode root, IReadOnlyDictionary<Place, TrailingComment> comments)
    {
        var missing = Envelope.Where(name => root[name] is null).Select(name => SchemaFindings.MissingEnvelope(name, root, Envelope)).ToArray();
        if (missing.Length > 0)
        {
            return missing;
        }

        if (root["apiVersion"] is not ScalarNode { Text: ApiVersion })
        {
            return [SchemaFindings.UnknownVersion(root["apiVersion"]!)];
        }

        return root["kind"] is ScalarNode { Kind: ScalarKind.String } kind
            ? Validate(kind.Text, root, comments)
            : [UnknownKind(SchemaWords.Show(root["kind"]!), root["kind"]!.Place)];
    }

    private Finding UnknownKind(string kind, Place place) =>
        SchemaFindings.UnknownKind(kind, place, Kinds.ToDictionary(known => known, TitleOf, StringComparer.Ordinal));

    /// <summary>What is wrong with a file's form, taken as the given kind; in order of place.</summary>
    public IReadOnlyList<Finding> Validate(string kind, MappingNode root) => Validate(kind, root, YamlFile.NoComments);

    private IReadOnlyList<Finding> Validate(string kind, MappingNode root, IReadOnlyDictionary<Place, TrailingComment> comments)
    {
        if (SchemaOf(kind) is not { } schema)
        {
            return [UnknownKind(kind, root["kind"]?.Place ?? root.Place)];
        }

        var findings = new CappedFindings(MaximumFindings);
        new SchemaWalk(findings, comments).Check(root, schema, new Subject(kind, TitleOf(kind), root.Place));
        return FindingOrder.Sorted(findings.ToList());
    }

    /// <summary>What is wrong with a value for a field under <c>spec:</c> of a kind; nothing where there is no such field.</summary>
    public IReadOnlyList<Finding> Validate(string kind, string field, Node value)
    {
        var findings = new CappedFindings(MaximumFindings);
        if (value is not ScalarNode { Kind: ScalarKind.Null } &&
            SchemaOf(kind)?.Properties.TryGetValue("spec", out var spec) == true && spec.Actual.Properties.TryGetValue(field, out var property))
        {
            new SchemaWalk(findings, YamlFile.NoComments).Check(value, property, new Subject(field, SchemaWords.TitleOf(property), value.Place));
        }

        return FindingOrder.Sorted(findings.ToList());
    }

    private static CacheKey IdentityOf(IReadOnlyDictionary<string, string> files)
    {
        using var digest = new KeyDigest();
        foreach (var file in files.Keys.Order(StringComparer.Ordinal))
        {
            digest.Add(file).Add(files[file]);
        }

        return digest.Finish();
    }

    private Schema? SchemaOf(string kind) => kinds.TryGetValue(kind, out var prepared) ? prepared.Value.Schema : null;

    private Prepared Prepare(string file, string json)
    {
        if (ownCommon.Value is { } shared && EmbeddedSchemas.Holds(file, json))
        {
            return new(Schema.Read(Parsed(json), shared, areOwn: true), []);
        }

        var (schema, findings) = SchemaBundle.Parse(file, json);
        if (schema is null)
        {
            return new(null, findings);
        }

        var (bundle, unresolved) = SchemaBundle.Join(file, schema, common.Value.Schema);
        return unresolved.Count > 0 ? new(null, unresolved) : new(Schema.Read(Parsed(bundle.ToString()), null, areOwn: false), []);
    }

    private static JsonElement Parsed(string json) => JsonSerializer.Deserialize<JsonElement>(json, Deep);

    private sealed record Prepared(Schema? Schema, IReadOnlyList<Finding> Findings);
}
