using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Intake;

/// <summary>
/// The files that are handed in beside a form, by the names that its rows use: <c>报告：巡检.pdf、照片：1.jpg</c>. A row may also name what its contract
/// keeps as evidence already. A file that no row names is told of and not taken.
/// </summary>
/// <param name="files">What was handed in.</param>
/// <param name="kept">The evidence that is there.</param>
/// <param name="day">The day on which it is handed in: decides the folder.</param>
internal sealed class HandedProofs(IReadOnlyList<HandedFile> files, IReadOnlyList<EvidenceFile> kept, LocalDate day)
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', '\n'];
    private static readonly char[] AfterRole = [':', '：'];

    private readonly Dictionary<string, EvidenceShelf> shelves = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]?> taken = new(StringComparer.Ordinal);

    /// <summary>What was taken, by its path from the repository's root.</summary>
    public IReadOnlyDictionary<string, byte[]?> Taken => taken;

    /// <summary>The files that no row names.</summary>
    public IReadOnlyList<string> Unnamed => files.Select(file => file.Name).Where(name => !named.Contains(name)).ToList();

    /// <summary>The evidence that an answer names, as the record has it.</summary>
    /// <param name="label">The question's label.</param>
    /// <param name="answer">The answer, not empty.</param>
    /// <param name="contract">The contract that the record belongs to.</param>
    /// <param name="usual">What a file is to the record where the answer does not say; null where it must say.</param>
    public (object? Evidence, FormProblem? Complaint) Read(string label, string answer, string contract, string? usual)
    {
        var evidence = new List<YamlMapping>();
        foreach (var part in answer.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = part.IndexOfAny(AfterRole);
            var role = cut > 0 ? EvidenceRole.Called(part[..cut].Trim()) : null;
            var name = role is null ? part : part[(cut + 1)..].Trim();
            if ((role ?? usual) is not { } meant)
            {
                return (null, new(label, new($"“{part}”没有写明用途", $"'{part}' does not say what it is"), new($"写作“报告：{part}”；用途有：{Roles}", $"write it as 报告：{part}; there are: {Roles}")));
            }

            if (Proof(name, contract) is not { } proof)
            {
                var near = Nearest.To(name, files.Select(one => Short(one.Name)));
                return (null, new(
                    label,
                    new($"交来的文件里没有“{name}”", $"no file that was handed in is called '{name}'"),
                    near is null ? new("写文件的全名；文件放进一个文件夹或压缩包，用 --evidence 一并交来", "write the file's whole name; hand the files in by --evidence, in a folder or a zip") : new($"是不是“{near}”？", $"is '{near}' meant?")));
            }

            evidence.Add(new() { { "role", meant }, { "file", proof.File }, { "sha256", proof.Sha256 } });
        }

        return (evidence, null);
    }

    /// <summary>A record's evidence as a row names it.</summary>
    public static string Show(string role, string file) => $"{EvidenceRole.TitleOf(role)}：{file}";

    private static string Roles => string.Join("、", Kinds.EvidenceRoles.Values.Select(role => role.Zh));

    private ShelvedProof? Proof(string name, string contract)
    {
        if (kept.FirstOrDefault(file => file.Contract == contract && file.File == name) is { } there)
        {
            return new(there.File, there.Sha256, null);
        }

        if (Find(name) is not { } file)
        {
            return null;
        }

        named.Add(file.Name);
        var shelf = shelves.TryGetValue(contract, out var known) ? known : shelves[contract] = new(contract, kept);
        var proof = shelf.Take(file, day);
        if (proof.Bytes is { } bytes)
        {
            taken[shelf.PathOf(proof)] = bytes;
        }

        return proof;
    }

    // By its whole name, else by the name without folders, else without what follows the last point; only one may fit.
    private HandedFile? Find(string name)
    {
        var wanted = name.Replace('\\', '/').Normalize(NormalizationForm.FormC);
        return new Func<string, string>[] { given => given, Short, given => Path.GetFileNameWithoutExtension(given) }
            .Select(form => files.Where(file => string.Equals(form(file.Name.Normalize(NormalizationForm.FormC)), wanted, StringComparison.OrdinalIgnoreCase)).ToList())
            .FirstOrDefault(found => found.Count == 1)?[0];
    }

    private static string Short(string name) => name.Split('/')[^1];
}
