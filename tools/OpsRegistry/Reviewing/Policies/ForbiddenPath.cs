using System.Text.RegularExpressions;
using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A path of the registry has characters outside ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, or a part that begins with a dot or hyphen.
/// Two spellings of one name, an invisible letter or a hidden folder would let two files pass for one. Evidence may bear Chinese characters of the common block, which have one spelling each.
/// </summary>
internal sealed partial class ForbiddenPath() : PolicyRule("OPS613", new("路径含有不允许的字符", "path with characters that are not allowed"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from file in change.Files
        where file.After is not null && file.Path.StartsWith("ops-registry", StringComparison.OrdinalIgnoreCase) && !Allowed().IsMatch(file.Path)
        let shown = Encoded(file.Path)
        select At(
            file,
            new($"路径“{shown}”含有不允许的字符", $"path '{shown}' has characters that are not allowed"),
            new("只用小写 ops-registry/ 之下的字母、数字、-、_、.，各级不以 . 或 - 开头", "use letters, digits, -, _ and . below ops-registry/ in lower case; no part begins with . or -"));

    private static string Encoded(string path) => string.Concat(path.Select(letter => letter is >= ' ' and <= '~' ? letter.ToString() : $"\\u{(int)letter:x4}"));

    [GeneratedRegex(@"\Aops-registry(/[A-Za-z0-9_][A-Za-z0-9._-]*)+\z|\Aops-registry/contracts/[a-z0-9-]+/evidence(/[A-Za-z0-9_\u4e00-\u9fff][A-Za-z0-9._\u4e00-\u9fff-]*)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();
}
