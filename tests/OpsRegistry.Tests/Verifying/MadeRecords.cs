using System.Globalization;

namespace OpsRegistry.Tests.Verifying;

/// <summary>The records of a history that chance makes, as they stand where it is at the moment: filed, edited, renamed, removed and brought back, in the repository and in what is kept beside it.</summary>
internal sealed class MadeRecords
{
    private const string Folder = "ops-registry/contracts/example-2026/records/2026/01/", First = Folder + "incident-2026-0001.yaml";

    private readonly GitFixture fixture;
    private readonly Random random;
    private readonly string template;
    private readonly List<string> earlier = [];
    private int number = 1;

    /// <param name="fixture">A repository with one commit of the example.</param>
    public MadeRecords(GitFixture fixture, Random random)
    {
        (this.fixture, this.random) = (fixture, random);
        template = fixture.Text(First);
        Files = new(StringComparer.Ordinal) { [First] = new(template, false) };
    }

    /// <summary>What stands there, by path.</summary>
    public SortedDictionary<string, MadeFile> Files { get; private set; }

    /// <summary>What stands there, which nothing changes later.</summary>
    public SortedDictionary<string, MadeFile> Copy() => new(Files, StringComparer.Ordinal);

    /// <summary>Goes to where other records stand.</summary>
    public void Take(SortedDictionary<string, MadeFile> files) => Files = new(files, StringComparer.Ordinal);

    /// <summary>The path of some record; null where there is none.</summary>
    public string? Any(Func<MadeFile, bool>? which)
    {
        var paths = Files.Where(file => which?.Invoke(file.Value) ?? true).Select(file => file.Key).ToList();
        return paths.Count == 0 ? null : paths[random.Next(paths.Count)];
    }

    /// <summary>Writes a page that is no record.</summary>
    public void WritePage() => fixture.Write("docs/page.md", string.Create(CultureInfo.InvariantCulture, $"{number++}\n"));

    public string File()
    {
        number++;
        var name = string.Create(CultureInfo.InvariantCulture, $"incident-2026-{number:0000}");
        var text = template.Replace("incident-2026-0001", name, StringComparison.Ordinal)
            .Replace("2026-01-08", string.Create(CultureInfo.InvariantCulture, $"2026-01-{10 + (number % 20):00}"), StringComparison.Ordinal)
            .Replace("T12:00:00", string.Create(CultureInfo.InvariantCulture, $"T12:{number % 60:00}:00"), StringComparison.Ordinal);
        Write($"{Folder}{name}.yaml", new(text, false));
        return $"{Folder}{name}.yaml";
    }

    public void Edit(string path) => Put(path, file =>
    {
        var at = file.Text.IndexOf("resolvedAt: ", StringComparison.Ordinal);
        return at < 0 ? file.Text : string.Create(CultureInfo.InvariantCulture, $"{file.Text[..(at + 23)]}{13 + random.Next(9)}:{random.Next(60):00}{file.Text[(at + 28)..]}");
    });

    public void BringBack()
    {
        if (earlier.Count > 0 && earlier[random.Next(earlier.Count)] is var text)
        {
            var name = text.Split('\n').First(line => line.StartsWith("  name: ", StringComparison.Ordinal))["  name: ".Length..];
            Write($"{Folder}{name}.yaml", new(text, false));
        }
    }

    public void Rename(string path)
    {
        if (!Files[path].IsReadable)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"incident-2026-{++number:0000}");
        var old = Path.GetFileNameWithoutExtension(path);
        var text = Files[path].Text.Replace(old, name, StringComparison.Ordinal);
        Remove(path);
        Write($"{Folder}{name}.yaml", new(text, false));
    }

    public void Put(string path, Func<MadeFile, string> change)
    {
        if (path.Length > 0)
        {
            Write(path, Files[path] with { Text = change(Files[path]) });
        }
    }

    public void Write(string path, MadeFile file)
    {
        if (Files.TryGetValue(path, out var old))
        {
            earlier.Add(old.Text);
            file = file with { IsExecutable = old.IsExecutable };
        }

        fixture.Write(path, file.Text);
        Files[path] = file;
    }

    public void Execute(string path)
    {
        fixture.MakeExecutable(path);
        Files[path] = Files[path] with { IsExecutable = true };
    }

    public void Remove(string path)
    {
        earlier.Add(Files[path].Text);
        fixture.Delete(path);
        Files.Remove(path);
    }
}
