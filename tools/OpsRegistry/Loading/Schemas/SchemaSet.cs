using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace OpsRegistry.Loading.Schemas;

/// <summary>The schemas of all kinds. NJsonSchema holds them as objects and resolves references; nothing outside this folder sees it, and it never fetches.</summary>
public sealed class SchemaSet
{
    /// <summary>The one apiVersion this tool reads.</summary>
    public const string ApiVersion = "ops-registry/v1";

    /// <summary>How many findings of one file are listed one by one.</summary>
    public const int MaximumFindings = 50;

    private const string Extension = ".schema.json";

    private static readonly string[] Envelope = ["apiVersion", "kind"];

    private readonly SortedDictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    private SchemaSet(IReadOnlyList<Finding> findings) => Findings = findings;

    /// <summary>What is wrong with the schemas themselves. A kind whose schema is at fault is not in the set.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; }

    /// <summary>The kinds that have a schema, in ordinal order.</summary>
    public IReadOnlyList<string> Kinds => [.. schemas.Keys];

    /// <summary>Builds the set.</summary>
    /// <param name="files">File name within schemas/ (e.g. <c>incident.schema.json</c>) to JSON text; <c>common.schema.json</c> holds shared definitions.</param>
    public static SchemaSet Load(IReadOnlyDictionary<string, string> files)
    {
        var findings = new List<Finding>();
        var set = new SchemaSet(findings);
        var common = files.TryGetValue(SchemaBundle.CommonFile, out var shared) ? SchemaBundle.Parse(SchemaBundle.CommonFile, shared) : (null, []);
        findings.AddRange(common.Findings);
        foreach (var (file, json) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (file != SchemaBundle.CommonFile && file.EndsWith(Extension, StringComparison.Ordinal))
            {
                findings.AddRange(set.Add(file, json, common.Schema));
            }
        }

        set.Findings = FindingOrder.Sorted(findings);
        return set;
    }

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
        schemas.TryGetValue(kind, out var schema) && !string.IsNullOrEmpty(schema.Title) ? SchemaWords.Title(schema.Title) : Text.Same(kind);

    /// <summary>What is wrong with a file's form, by the apiVersion and kind it states; in order of place.</summary>
    public IReadOnlyList<Finding> Validate(MappingNode root)
    {
        var missing = Envelope.Where(name => root[name] is null).Select(name => SchemaWords.Missing("", name, default, root.Place)).ToArray();
        if (missing.Length > 0)
        {
            return missing;
        }

        if (root["apiVersion"] is not ScalarNode { Text: ApiVersion })
        {
            return [SchemaWords.UnknownVersion(root["apiVersion"]!)];
        }

        return root["kind"] is ScalarNode { Kind: ScalarKind.String } kind
            ? Validate(kind.Text, root)
            : [SchemaWords.UnknownKind(SchemaWords.Show(root["kind"]!), root["kind"]!.Place, Kinds)];
    }

    /// <summary>What is wrong with a file's form, taken as the given kind; in order of place.</summary>
    public IReadOnlyList<Finding> Validate(string kind, MappingNode root)
    {
        if (!schemas.TryGetValue(kind, out var schema))
        {
            return [SchemaWords.UnknownKind(kind, root["kind"]?.Place ?? root.Place, Kinds)];
        }

        var findings = new CappedFindings(MaximumFindings);
        new SchemaWalk(patterns, findings).Check(root, schema, new Subject(kind, TitleOf(kind), root.Place));
        return FindingOrder.Sorted(findings.ToList());
    }

    private IReadOnlyList<Finding> Add(string file, string json, JObject? common)
    {
        var (schema, findings) = SchemaBundle.Parse(file, json);
        if (schema is null)
        {
            return findings;
        }

        var (bundle, unresolved) = SchemaBundle.Join(file, schema, common);
        if (unresolved.Count > 0)
        {
            return unresolved;
        }

        foreach (var pattern in bundle.Descendants().OfType<JProperty>().Where(keyword => keyword.Name == "pattern" && keyword.Value.Type == JTokenType.String))
        {
            var text = (string)pattern.Value!;
            if (SchemaPattern.Compile(text).Pattern is { } compiled)
            {
                patterns[text] = compiled;
            }
        }

#pragma warning disable CA1031 // The library's edge: a schema it cannot hold is a finding, like any other data.
        try
        {
            // Asynchronous only for references that would be fetched; Join has left none.
            schemas[KindOf(file)] = JsonSchema.FromJsonAsync(bundle.ToString()).GetAwaiter().GetResult();
            return [];
        }
        catch (Exception)
        {
            return [SchemaBundle.Unusable("schemas/" + file, null, new("模式无法装载", "schema cannot be loaded"))];
        }
#pragma warning restore CA1031
    }
}
