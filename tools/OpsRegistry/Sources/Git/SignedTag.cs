using LibGit2Sharp;

namespace OpsRegistry.Sources.Git;

/// <summary>A tag that somebody signed.</summary>
/// <param name="Statement">What was signed: the tag without its signature.</param>
/// <param name="Signature">The signature, base64.</param>
/// <param name="At">When the tag says that it was made.</param>
internal sealed record SignedTag(string Statement, string Signature, Instant At)
{
    /// <summary>What is signed of a tag, and the signature in one line without its first and last; null for a tag that nobody signed with SSH.</summary>
    /// <param name="name">The tag's full name.</param>
    public static SignedTag? Read(Repository repository, string name)
    {
        const string first = "-----BEGIN SSH SIGNATURE-----\n", last = "-----END SSH SIGNATURE-----";
        if (repository.Refs[name]?.ResolveToDirectReference()?.Target is not TagAnnotation tag || tag.Message.Split(first) is not [var message, var signature])
        {
            return null;
        }

        var (at, offset) = (tag.Tagger.When, tag.Tagger.When.Offset);
        var zone = string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"object {tag.Target.Sha}\ntype commit\ntag {tag.Name}\ntagger {tag.Tagger.Name} <{tag.Tagger.Email}> {at.ToUnixTimeSeconds()} {zone}\n\n{message}"),
            signature.Split(last)[0].Replace("\n", "", StringComparison.Ordinal),
            Instant.FromDateTimeOffset(at));
    }
}
