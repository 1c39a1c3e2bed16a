using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>
/// What rules find in a whole registry, kept under every path and blob id that it was read from: the base of a change is judged once, however often the change is looked at.
/// </summary>
/// <param name="cache">Results of the same tool under the same schemas; null to judge every time. The findings are the same.</param>
internal sealed class JudgedRegistries(ResultCache? cache)
{
    private const string Name = "reviewed";
    private const int Most = 16; // registries: both sides of some changes

    /// <summary>What some rules find in a registry, in no order.</summary>
    public IReadOnlyList<Finding> In(Loaded loaded, IReadOnlyList<Rule> rules)
    {
        var key = cache is null ? null : KeyOf(loaded, rules);
        if (key is { } asked && cache!.Find(Name, asked) is { } bytes && FindingCodec.Read(bytes.Span, SliceResult.Rules) is { } known)
        {
            return known;
        }

        var found = rules.SelectMany(rule => rule.Judge(loaded.Registry)).ToList();
        if (key is { } fresh)
        {
            cache!.Keep(Name, fresh, FindingCodec.Written(found), Most);
        }

        return found;
    }

    // What follows from the moment of reading is kept for that moment.
    private static CacheKey? KeyOf(Loaded loaded, IReadOnlyList<Rule> rules)
    {
        if (KnownContents.KeyOf(loaded.Contents) is not { } files)
        {
            return null;
        }

        using var digest = new KeyDigest();
        digest.Add(loaded.Registry.Settings?.RecordsUntil is null ? $"{loaded.Registry.ReadAt}" : "").Add(files);
        foreach (var rule in rules)
        {
            digest.Add(rule.Id);
        }

        return digest.Finish();
    }
}
