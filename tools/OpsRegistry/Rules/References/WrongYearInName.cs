using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A record's running number begins with another year than the one it happened in. Nothing is counted by it, but people sort and
/// find records by these numbers.
/// </summary>
internal sealed class WrongYearInName() : Rule("OPS207", new("编号中的年份不符", "year in the name differs from the record's"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is RecordSpec
        let year = YearIn(resource.Name)
        let day = ((RecordSpec)resource.Spec).OccurredOn
        where year is not null && year != $"{day.Year:D4}"
        select At(
            resource.Place,
            new($"编号“{resource.Name}”的年份与发生日 {Shown.Show(day)} 不符", $"number '{resource.Name}' has another year than the day {Shown.Show(day)}"),
            new("按发生年份重新编号，或改正日期", "number it in its own year, or correct its date")) with
        { Remedy = new Remedy.Renumber(resource.Place, day.Year) };

    // The last part but one, where it and the last have four characters each.
    private static string? YearIn(string name) =>
        name.Length >= 9 && name[^5] == '-' && (name.Length == 9 || name[^10] == '-') && !name.AsSpan(^4..).Contains('-') && !name.AsSpan(^9..^5).Contains('-') ? name[^9..^5] : null;
}
