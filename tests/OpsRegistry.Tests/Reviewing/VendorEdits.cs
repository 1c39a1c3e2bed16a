using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Reviewing.Policies;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Schemas;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>A registry with an account that speaks for the vendor of every contract, and single edits that it may make: of any kind, field and contract.</summary>
internal sealed partial class VendorEdits
{
    private const string Account = "vendor-desk";
    private static readonly string[] Extremes = ["0", "1", "true", "false", "PT0M", "PT9999H", "none", "low", "\"0.01\"", "2026-01-01", "2026-01-05T00:00:00+08:00", "2026-06-30T23:59:59+08:00"];

    private readonly SortedDictionary<string, string> files;
    private readonly List<string> editable;
    private readonly ILookup<(string Kind, string Key), string> blocks;
    private readonly ILookup<string, string> values;
    private int turn;

    /// <param name="folder">A golden registry, from the repository's root.</param>
    public VendorEdits(string folder)
    {
        files = InMemory.Files(folder);
        var loaded = InMemory.Load(files);
        files["ops-registry/rights.yaml"] = RightsOf(loaded.Registry);
        Base = InMemory.Load(files);
        editable = Base.Registry.Resources.Select(resource => resource.Path).Where(path => TouchedArea.Find(path, Base.Registry).IsSubmitted).ToList();
        var told = editable.SelectMany(path => Blocks(files[path]).Select(block => (Kind: KindOf(files[path]), block.Key, Text: block.Text))).ToList();
        blocks = told.ToLookup(block => (block.Kind, block.Key), block => block.Text);
        values = editable.SelectMany(path => files[path].Split('\n')).Select(line => Scalar().Match(line)).Where(match => match.Success).ToLookup(match => match.Groups["key"].Value, match => match.Groups["value"].Value);
    }

    /// <summary>The registry before the edit.</summary>
    public Loaded Base { get; }

    /// <summary>One edit: what becomes of which file, null for one that is gone.</summary>
    public (string Path, string? Text) Next(Random random)
    {
        var path = editable[random.Next(editable.Count)];
        return random.Next(12) switch
        {
            0 => (path, null),
            1 or 2 => Added(path, random),
            3 or 4 or 5 => Filed(random) is var (at, text) && random.Next(2) == 0 ? (at, Changed(text, random)) : (at, text),
            _ => (path, Changed(files[path], random)),
        };
    }

    /// <summary>The kinds that a vendor may file, whether or not a registry has any yet.</summary>
    public static IReadOnlyList<Kind> Submitted { get; } = Kinds.All.Where(kind => kind.Area is Area.Records or Area.Claims or Area.MasterData).ToList();

    /// <summary>The example of the kind whose turn it is, as a file of one of the contracts: of the people, systems and records that are there, some days from one of its records.</summary>
    public (string Path, string Text) Filed(Random random)
    {
        var kind = Submitted[turn++ % Submitted.Count];
        return Filed(kind, Base.Registry.Contracts[random.Next(Base.Registry.Contracts.Count)], random);
    }

    /// <inheritdoc cref="Filed(Random)"/>
    public (string Path, string Text) Filed(Kind kind, ContractFolder contract, Random random)
    {
        var example = SchemaExampleTests.ExampleOf(kind);
        var spec = (JObject)example["spec"]!;
        foreach (var property in spec.Properties().ToList())
        {
            if (kind.Field(property.Name)?.References is { } named)
            {
                var there = Base.Registry.Resources.Where(resource => resource.Kind.Name == named && (resource.Metadata.Contract is null || resource.Metadata.Contract == contract.Name)).Select(resource => resource.Name).ToList();
                if (there.Count == 0)
                {
                    property.Remove();
                }
                else
                {
                    property.Value = property.Value is JArray ? new JArray(there[random.Next(there.Count)]) : there[random.Next(there.Count)];
                }
            }
        }

        var people = Base.Registry.Resources.Where(resource => resource.Kind.Name == nameof(Person) && resource.Metadata.Contract == contract.Name).Select(resource => resource.Name).ToList();
        foreach (var person in spec.Descendants().OfType<JValue>().Where(value => people.Count > 0 && value.Value is string text && PersonName().IsMatch(text)))
        {
            person.Value = people[random.Next(people.Count)];
        }

        // Evidence is a file beside it, which no single edit brings along.
        spec.Remove("evidence");
        var days = editable.Where(path => path.Contains($"/{contract.Name}/records/", StringComparison.Ordinal)).Select(path => DayIn(files[path])).OfType<LocalDate>().ToList();
        var day = days.Count > 0 ? days[random.Next(days.Count)].PlusDays(random.Next(-3, 4)) : contract.Terms.Term.Start.PlusDays(random.Next(60));
        var text = new StringBuilder("spec:\n");
        foreach (var property in spec.Properties())
        {
            text.Append(CultureInfo.InvariantCulture, $"  {property.Name}: {property.Value.ToString(Formatting.None)}\n");
        }

        var shift = DayIn(text.ToString()) is { } written ? Period.Between(written, day, PeriodUnits.Days).Days : 0;
        var body = Day().Replace(text.ToString(), match => TextOf(LocalDate.FromDateTime(DateTime.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).PlusDays(shift)));
        var name = kind.IsNamedAfterKind ? string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{day.Year:0000}-{Next(contract.Name, kind, day.Year):0000}") : (string)example["metadata"]!["name"]!;
        return (kind.PathFor(contract.Name, name, day), $"apiVersion: ops-registry/v1\nkind: {kind.Name}\nmetadata:\n  name: {name}\n  contract: {contract.Name}\n  provenance: sample\n{body}");
    }

    private int Next(string contract, Kind kind, int year)
    {
        var begins = string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{year:0000}-");
        return editable.Where(path => path.Contains($"/{contract}/", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name.StartsWith(begins, StringComparison.Ordinal) && Numbered().IsMatch(name))
            .Select(name => int.Parse(name[^4..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
    }

    /// <summary>The verdict on an edit that is merged a few days after its record's day.</summary>
    public Review Review((string Path, string? Text) edit, int days)
    {
        var head = new SortedDictionary<string, string>(files, StringComparer.Ordinal);
        head.Remove(edit.Path);
        if (edit.Text is { } text)
        {
            head[edit.Path] = text;
        }

        var day = Base.Registry.Resources.FirstOrDefault(resource => resource.Path == edit.Path)?.Spec.KnownOn ?? DayIn(edit.Text) ?? new LocalDate(2026, 7, 1);
        return Reviewer.Review(new()
        {
            Base = InMemory.SourceOf(files),
            Head = InMemory.SourceOf(head),
            Files = [new(edit.Path, StateOf(files.GetValueOrDefault(edit.Path)), StateOf(edit.Text))],
            Schemas = InMemory.Schemas,
            MergedAt = BeijingTime.EndOf(day.PlusDays(days)),
            Actor = Account,
        });
    }

    private string Changed(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var first = lines.IndexOf("spec:") + 1;
        var at = random.Next(first, lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveRange(at, LengthOf(lines, at));
                break;
            case 1:
                lines.InsertRange(at, lines.GetRange(at, LengthOf(lines, at)));
                break;
            case 2 or 3:
                var kind = Kinds.Named(KindOf(text))!;
                var field = kind.Fields[random.Next(kind.Fields.Count)];
                var choices = blocks[(kind.Name, field.Key)].Concat((field.Words ?? []).Select(word => $"  {field.Key}: {word}")).Distinct(StringComparer.Ordinal).ToList();
                var there = lines.FindIndex(first, line => line.StartsWith($"  {field.Key}:", StringComparison.Ordinal));
                if (there >= 0)
                {
                    lines.RemoveRange(there, LengthOf(lines, there));
                }

                if (choices.Count > 0)
                {
                    lines.Insert(there >= 0 ? there : lines.Count - (lines[^1].Length == 0 ? 1 : 0), choices[random.Next(choices.Count)]);
                }

                break;
            default:
                lines[at] = Scalar().Replace(lines[at], match => $"{match.Groups["before"].Value}{match.Groups["key"].Value}: {Other(match.Groups["key"].Value, match.Groups["value"].Value, random)}");
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>A record like another, some days later or earlier, with the next number of its year.</summary>
    private (string Path, string Text) Added(string path, Random random)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!Numbered().IsMatch(name))
        {
            return (path, Changed(files[path], random));
        }

        var shift = random.Next(-20, 21);
        var folder = path.Split("/records/")[0];
        var taken = editable.Where(other => other.StartsWith(folder + "/", StringComparison.Ordinal) && Path.GetFileName(other).StartsWith(name[..^4], StringComparison.Ordinal)).Select(other => int.Parse(Path.GetFileNameWithoutExtension(other)[^4..], CultureInfo.InvariantCulture));
        var next = $"{name[..^4]}{taken.Max() + 1:0000}";
        var text = Day().Replace(files[path], match => TextOf(LocalDate.FromDateTime(DateTime.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).PlusDays(shift))).Replace(name, next, StringComparison.Ordinal);
        if (random.Next(3) == 0)
        {
            text = Changed(text, random);
        }

        var day = DayIn(text) ?? new LocalDate(2026, 7, 1);
        return ($"{folder}/records/{day.Year:0000}/{day.Month:00}/{next}.yaml", text);
    }

    private string Other(string key, string value, Random random)
    {
        if (Day().Match(value) is { Success: true } day && random.Next(3) > 0)
        {
            var moved = LocalDate.FromDateTime(DateTime.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).PlusDays(random.Next(-3, 4));
            var written = value.Replace(day.Value, TextOf(moved), StringComparison.Ordinal);
            return Hour().Replace(written, _ => $"T{random.Next(24):00}:{random.Next(60):00}:00");
        }

        var known = values[key].Distinct(StringComparer.Ordinal).ToList();
        return known.Count > 1 && random.Next(4) > 0 ? known[random.Next(known.Count)] : Extremes[random.Next(Extremes.Length)];
    }

    private static LocalDate? DayIn(string? text) => text is not null && Day().Match(text) is { Success: true } day ? LocalDate.FromDateTime(DateTime.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;

    private static string TextOf(LocalDate day) => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";

    private static int LengthOf(List<string> lines, int at)
    {
        var indent = lines[at].Length - lines[at].TrimStart().Length;
        var end = at + 1;
        while (end < lines.Count && lines[end].Length > 0 && lines[end].Length - lines[end].TrimStart().Length > indent)
        {
            end++;
        }

        return end - at;
    }

    private static IEnumerable<(string Key, string Text)> Blocks(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var at = lines.IndexOf("spec:") + 1; at > 0 && at < lines.Count; at += LengthOf(lines, at))
        {
            if (TopKey().Match(lines[at]) is { Success: true } key)
            {
                yield return (key.Groups["key"].Value, string.Join('\n', lines.GetRange(at, LengthOf(lines, at))));
            }
        }
    }

    private static string KindOf(string text) => Kind().Match(text).Groups["kind"].Value;

    private static FileState? StateOf(string? text) => text is null ? null : new(BlobId.Compute(Encoding.UTF8.GetBytes(text)), OpsRegistry.Sources.FileMode.Plain);

    private static string RightsOf(Registry registry) =>
        "apiVersion: ops-registry/v1\nkind: Rights\nmetadata:\n  name: rights\n  provenance: sample\nspec:\n  grants:\n" + string.Concat(registry.Contracts.Select(contract =>
            $"    - team: \"@example/{contract.Name}\"\n      accounts: [{Account}]\n      role: vendor\n      party: {contract.Terms.Vendor}\n      contracts: [{contract.Name}]\n      changes: [records, masterData, claims]\n      approves: [claims]\n"));

    [GeneratedRegex("^kind: (?<kind>[A-Za-z]+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex("^  (?<key>[A-Za-z]+):", RegexOptions.CultureInvariant)]
    private static partial Regex TopKey();

    [GeneratedRegex("^(?<before> +(- )?)(?<key>[A-Za-z]+): (?<value>[^\\[{|>#].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Scalar();

    [GeneratedRegex("(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("T[0-9]{2}:[0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex("-[0-9]{4}-[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
