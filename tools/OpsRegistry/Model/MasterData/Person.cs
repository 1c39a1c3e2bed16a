namespace OpsRegistry.Model;

internal sealed partial record Person
{
    /// <summary>Whole years of experience on a day.</summary>
    /// <param name="kind">The kind of experience; null for any.</param>
    public int YearsOfExperience(string? kind, LocalDate day)
    {
        var known = Experience.Where(one => kind is null || one.Domain == kind).Select(one => Math.Max(0, one.Years + Period.Between(one.AsOf, day, PeriodUnits.Years).Years));
        return known.Append(kind is null ? ExperienceYears : 0).Max();
    }
}
