using System.Globalization;
using NodaTime.Text;
using OpsRegistry.Model;

namespace OpsRegistry.Tests.Data;

/// <summary>The services of Zhangjiagang as committed, in short words that tests can write down.</summary>
internal static class ZhangjiagangServices
{
    public static IReadOnlyDictionary<string, Service> ByName { get; } = FrozenRegistry.Loaded.Registry.Of<Service>()
        .Where(service => service.Untyped.Metadata.Contract == "zhangjiagang-2024")
        .ToDictionary(service => service.Name, service => service.Spec, StringComparer.Ordinal);

    public static IEnumerable<Service> SoftwareAndHardware => InSection("software-hardware");

    public static IEnumerable<Service> Security => InSection("security");

    public static IEnumerable<int> Numbers(this IEnumerable<Service> services) => services.Select(service => service.Number).Order();

    public static bool Measures(this Service service, params Metric[] metrics) => service.Targets.Any(target => metrics.Contains(target.Metric));

    /// <summary><c>2024-10-01..2025-06-30</c>, or nothing.</summary>
    public static string Term(this Service service) => service.Term is { } term ? Days(term) : string.Empty;

    /// <summary>The same of each licence.</summary>
    public static IEnumerable<string> LicenceTerms(this Service service) => service.Licences.Select(Days);

    /// <summary><c>response PT30M always</c> of each target, without the service's own name.</summary>
    public static string Limits(this Service service) => string.Join("; ", service.Targets.Select(target =>
        $"{Short(target.Id)} {target.Limit}{(target.Window is { } window ? " " + window : string.Empty)}"));

    /// <summary><c>inspection 4/year</c> of each obligation, without the service's own name.</summary>
    public static string Duties(this Service service) => string.Join("; ", service.Obligations.Select(obligation => string.Create(
        CultureInfo.InvariantCulture, $"{Short(obligation.Id)} {obligation.Recurrence.Count}/{YamlWord.Write(obligation.Recurrence.Every)}")));

    /// <summary>Ids begin with the service's name: <c>sw-013-</c> or <c>sec-005-</c>.</summary>
    private static string Short(string id) => id[(id.IndexOf('-', StringComparison.Ordinal) + 5)..];

    private static string Days(PrintedTerm term) => $"{LocalDatePattern.Iso.Format(term.Start)}..{LocalDatePattern.Iso.Format(term.End)}";

    private static IEnumerable<Service> InSection(string section) => ByName.Values.Where(service => service.Section == section);
}
