using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace OpsRegistry.Samples.Writing;

/// <summary>Numbers the records of one contract and writes them with their evidence; what stood there before is removed.</summary>
internal sealed class ContractWriter(string root, SampleContract sample)
{
    private readonly string folder = Path.Combine(root, "ops-registry", "contracts", sample.Name);

    /// <summary>Writes everything.</summary>
    /// <returns>The records written.</returns>
    public IReadOnlyList<SampleRecord> Write()
    {
        Remove("records");
        Remove("evidence");
        var records = sample.Records();
        var numbered = Numbered(records);
        var names = numbered.Where(item => item.Record.Key is not null).ToDictionary(item => item.Record.Key!, item => item.Name);
        foreach (var (record, name) in numbered)
        {
            WriteRecord(record, name, reference => names[reference.Key]);
        }

        return records;
    }

    private static List<(SampleRecord Record, string Name)> Numbered(IReadOnlyList<SampleRecord> records) => records
        .GroupBy(record => (record.Kind, record.At.Year))
        .SelectMany(group => group
            .OrderBy(record => record.At)
            .Select((record, index) => (record, string.Create(CultureInfo.InvariantCulture, $"{record.KebabKind}-{record.At.Year}-{index + 1:0000}"))))
        .ToList();

    private void WriteRecord(SampleRecord record, string name, Func<Reference, string> nameOf)
    {
        var month = record.At.ToString("yyyy'/'MM", CultureInfo.InvariantCulture);
        var evidence = record.Evidence.Select(letter => WriteEvidence(letter, name, month)).ToList();
        var spec = new YamlMapping();
        foreach (var (key, value) in record.Spec)
        {
            spec.Add(key, Settled(value, nameOf));
        }

        spec.Add("evidence", evidence.Count > 0 ? evidence : null);
        var file = new YamlMapping
        {
            { "apiVersion", "ops-registry/v1" },
            { "kind", record.Kind },
            { "metadata", new YamlMapping { { "name", name }, { "contract", sample.Name }, { "provenance", "sample" }, { "note", record.Note } } },
            { "spec", spec },
        };
        var path = $"records/{month}/{name}.yaml";
        WriteFile(path, YamlText.SchemaLine($"ops-registry/contracts/{sample.Name}/{path}", $"{record.KebabKind}.schema.json") + YamlText.Of(file));
    }

    // The story's values as the registry writes them: Beijing time, and names for references.
    private static object Settled(object value, Func<Reference, string> nameOf) => value switch
    {
        DateTime moment => LocalDateTime.FromDateTime(moment).WithOffset(Offset.FromHours(8)),
        DateOnly day => LocalDate.FromDateOnly(day),
        Reference reference => nameOf(reference),
        YamlMapping inner => Settled(inner, nameOf),
        IReadOnlyList<YamlMapping> items => items.Select(item => Settled(item, nameOf)).ToList(),
        _ => value,
    };

    private static YamlMapping Settled(YamlMapping mapping, Func<Reference, string> nameOf)
    {
        var settled = new YamlMapping();
        foreach (var (key, value) in mapping)
        {
            settled.Add(key, Settled(value, nameOf));
        }

        return settled;
    }

    private YamlMapping WriteEvidence(EvidenceLetter letter, string name, string month)
    {
        var file = $"{month}/{name}-{letter.Role}.txt";
        var bytes = WriteFile($"evidence/{file}", letter.TextFor(name, sample.Project));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new() { { "role", letter.Role }, { "file", file }, { "sha256", sha256 } };
    }

    private byte[] WriteFile(string path, string text)
    {
        var target = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var bytes = Encoding.UTF8.GetBytes(text);
        File.WriteAllBytes(target, bytes);
        return bytes;
    }

    private void Remove(string part)
    {
        var path = Path.Combine(folder, part);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
