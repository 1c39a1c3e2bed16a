using System.Text.RegularExpressions;
using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A new record's number does not follow the last one of its kind, contract and year. A gap is where a record was left out, or will be slipped in later.
/// </summary>
internal sealed partial class NumberGap() : PolicyRule("OPS640", new("记录编号不连续", "gap in the numbers of records"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var taken = change.After.Registry.Resources.Select(resource => (resource.Metadata.Contract, resource.Name)).ToHashSet();
        return
            from added in change.Resources
            where added is { Before: null, File.IsAddition: true, After: not null }
            let name = NumberedName().Match(added.Either.Name)
            where name.Success
            let number = int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture)
            let previous = string.Create(CultureInfo.InvariantCulture, $"{name.Groups["series"].Value}{number - 1:0000}")
            where number > 1 && !taken.Contains((added.Either.Metadata.Contract, previous))
            select At(
                added.Place,
                new($"“{added.Either.Name}”之前没有“{previous}”", $"'{added.Either.Name}' is not preceded by '{previous}'"),
                new("用下一个号；若前一个号在另一个请求中，等它合并后再提交", "use the next number; if the one before is in another request, wait until that is merged"));
    }

    [GeneratedRegex("^(?<series>[a-z-]+-[0-9]{4}-)(?<number>[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedName();
}
