using System.CommandLine;
using System.Security.Cryptography;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Serving;

/// <summary>The registry as it stands now, computed again when its files change: of a contract whose files stayed the same nothing is computed twice.</summary>
/// <param name="parse">The command line.</param>
/// <param name="branch">The branch that is shown; null for the work tree.</param>
/// <param name="asOf">The cut-off asked for.</param>
internal sealed class LiveRegistry(ParseResult parse, string? branch, Option<string?> asOf)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700); // between two looks at the disk

    private static readonly string[] Folders = ["ops-registry", "schemas"];

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Stamp, SiteContract Computed)> contracts = new(StringComparer.Ordinal);
    private LiveSite? last;
    private string stamp = "";
    private long lookedAt;

    /// <summary>The registry now.</summary>
    public LiveSite Look()
    {
        lock (gate)
        {
            if (last is not null && TimeProvider.System.GetElapsedTime(lookedAt) < Rest)
            {
                return last;
            }

            var stamps = Stamps();
            var now = string.Join('|', stamps.Select(one => one.Key + one.Value));
            if (last is null || now != stamp)
            {
                last = Computed(stamps);
                stamp = now;
            }

            lookedAt = TimeProvider.System.GetTimestamp();
            return last;
        }
    }

    private LiveSite Computed(SortedDictionary<string, string> stamps)
    {
        var session = Session.OpenAt(parse, branch ?? parse.GetValue(GlobalOptions.At));
        var computed = session.Contracts(null).Select(contract => Known(session, contract, stamps)).ToList();
        var cutOff = session.AsOf(asOf, session.Contracts(null));
        return new(session, SiteComputation.Together(session, cutOff, computed) with { HasDesk = true });
    }

    private SiteContract Known(Session session, ContractFolder contract, SortedDictionary<string, string> stamps)
    {
        var cutOff = session.AsOf(asOf, contract);
        var key = $"{stamps.GetValueOrDefault("")} {stamps.GetValueOrDefault(contract.Name)} {(session.Loaded.Registry.Settings?.RecordsUntil is null && contract.Terms.RecordsUntil is null ? "" : cutOff)}";
        if (!contracts.TryGetValue(contract.Name, out var known) || known.Stamp != key)
        {
            contracts[contract.Name] = known = (key, SiteComputation.Compute(session, contract, cutOff));
        }

        return known.Computed;
    }

    /// <summary>What stands in each contract's folder, and in what all share, by a digest of names, sizes and times: no file is read for it.</summary>
    private SortedDictionary<string, string> Stamps()
    {
        var workspace = Session.Find(parse);
        using var git = workspace.Repository;
        if ((branch ?? parse.GetValue(GlobalOptions.At)) is { } revision)
        {
            return new(StringComparer.Ordinal) { [""] = workspace.Commit(revision).Id };
        }

        var digests = new SortedDictionary<string, IncrementalHash>(StringComparer.Ordinal);
        foreach (var folder in Folders.Select(name => Path.Combine(workspace.Root, name)).Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(workspace.Root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
                var owner = ContractFolders.NameIn(path) ?? "";
                if (!digests.TryGetValue(owner, out var digest))
                {
                    digests[owner] = digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                }

                digest.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{path} {file.Length} {file.LastWriteTimeUtc.Ticks}\n")));
            }
        }

        var stamps = new SortedDictionary<string, string>(digests.ToDictionary(one => one.Key, one => Convert.ToHexStringLower(one.Value.GetHashAndReset())), StringComparer.Ordinal);
        stamps["commit"] = git?.Head?.Id ?? "";
        return stamps;
    }
}

/// <summary>A registry as it stood at one moment, with the pages that show it.</summary>
internal sealed class LiveSite
{
    private readonly Lock gate = new();
    private readonly SiteFiles files;
    private readonly Dictionary<string, byte[]?> written = new(StringComparer.Ordinal);

    /// <summary>Lays its pages out.</summary>
    public LiveSite(Session session, SiteContents contents)
    {
        Session = session;
        Contents = contents;
        files = new(contents);
    }

    /// <summary>The run that loaded it.</summary>
    public Session Session { get; }

    /// <summary>What the site shows.</summary>
    public SiteContents Contents { get; }

    /// <summary>Where everything of it stands.</summary>
    public Reporting.Site.Writing.SiteLayout Layout => files.Layout;

    /// <summary>A contract; null for a name that none has.</summary>
    public SiteContract? Contract(string name) => Contents.Contracts.FirstOrDefault(contract => contract.Name == name);

    /// <summary>A file of the site; null where it has none at the path. Nothing is looked for on a disk.</summary>
    public byte[]? File(string path)
    {
        lock (gate)
        {
            if (!written.TryGetValue(path, out var bytes))
            {
                bytes = files.Find(path);
                if (bytes is not null)
                {
                    written[path] = bytes;
                }
            }

            return bytes;
        }
    }
}
