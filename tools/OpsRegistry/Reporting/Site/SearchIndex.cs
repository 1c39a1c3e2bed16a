using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>What the search looks through: scripts, since a page opened from disk may not fetch data; in parts that stay small.</summary>
internal static class SearchIndex
{
    /// <summary>The most characters of a part; Chinese takes three bytes each.</summary>
    private const int MostCharacters = 38_000;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.CjkUnifiedIdeographs, UnicodeRanges.CjkSymbolsandPunctuation, UnicodeRanges.HalfwidthandFullwidthForms, UnicodeRanges.GeneralPunctuation);

    /// <summary>The parts of a language's index.</summary>
    public static IReadOnlyList<SitePage> Build(SiteContents site, SiteLayout layout, Language language)
    {
        var parts = new List<List<string>> { new() };
        var length = 0;
        foreach (var entry in site.Contracts.SelectMany(contract => Entries(contract, layout, language)).OrderBy(entry => entry.Rank))
        {
            var line = JsonSerializer.Serialize(new[] { entry.Kind, entry.Title, entry.Address, entry.Words }, Options);
            if (length + line.Length > MostCharacters)
            {
                parts.Add([]);
                length = 0;
            }

            parts[^1].Add(line);
            length += line.Length;
        }

        return parts.Select((part, index) => new SitePage(
            SiteAddress.SearchPart(language, index + 1),
            Encoding.UTF8.GetBytes("opsregSearch.add([\n" + string.Join(",\n", part) + "\n]);\n"))).ToList();
    }

    private static JsonSerializerOptions Options { get; } = new() { Encoder = Encoder };

    private static IEnumerable<Entry> Entries(SiteContract contract, SiteLayout layout, Language language)
    {
        string In(Text words) => words.In(language);
        string Kind(string zh, string en) => language == Language.Zh ? zh : en;
        var (name, folder) = (contract.Name, contract.Result.Folder);
        yield return new(0, Kind("合同", "contract"), In(folder.Terms.Title), SiteAddress.Contract(name), $"{name} {folder.Terms.Number} {string.Join(' ', folder.Terms.Sources.Select(source => source.Title))}");
        foreach (var period in contract.Result.Periods)
        {
            var address = SiteAddress.Period(name, period.Period.Id);
            yield return new(1, Kind("考核期", "period"), $"{name} {In(PeriodPage.TitleOf(period))}", address, $"{ValueText.Show(new Value.Days(period.Period.Days), language)} {Points.Show(period.Assessment.Total)}");
            foreach (var deduction in period.Assessment.Deductions)
            {
                yield return new(5, Kind("扣分", "deduction"), $"{period.Period.Id} {deduction.Id} {In(deduction.Reason)}", layout.Find($"{name}/{period.Period.Id}", Anchor.Deduction(deduction.Id)) ?? address, $"{name} {string.Join(' ', deduction.Clauses)} {string.Join(' ', deduction.Records.Select(record => record.Name))}");
            }
        }

        foreach (var (kind, files) in RecordsPage.KindsOf(contract))
        {
            yield return new(1, Kind("台账", "ledger"), $"{In(folder.Terms.Title)} {In(kind.Title)}", SiteAddress.Records(name, kind), $"{name} {kind.KebabName}");
            foreach (var file in files.Where(_ => kind.Area is Area.Claims or Area.Decisions))
            {
                yield return new(2, In(kind.Title), In(RecordFacts.InShort(file)), layout.Find(name, Anchor.Record(file.Path)) ?? SiteAddress.Records(name, kind), $"{name} {file.Name}");
            }
        }

        foreach (var service in folder.Of<Service>())
        {
            yield return new(4, Kind("服务", "service"), service.Spec.Title, SiteAddress.Service(name, service.Name), $"{name} {service.Name} {string.Join(' ', service.Spec.Aliases)} {string.Join(' ', service.Spec.Clauses)}");
        }

        foreach (var system in folder.Of<InformationSystem>())
        {
            yield return new(4, Kind("系统", "system"), In(system.Spec.Title), SiteAddress.System(name, system.Name), $"{name} {system.Name} {string.Join(' ', system.Spec.Modules.Take(20).Select(module => In(module.Title)))}");
        }

        foreach (var incident in contract.Incidents)
        {
            yield return new(3, Kind("事件", "incident"), incident.Incident.Summary, SiteAddress.Incident(name, incident.Resource.Name), $"{name} {incident.Resource.Name} {Moment.ShowMinute(incident.Incident.ReportedAt.ToInstant())} {(incident.Grading is { } grading ? In(grading.Level.Title) : "")} {incident.Incident.Cause}");
        }

        foreach (var duty in folder.Obligations?.Items ?? [])
        {
            yield return new(6, Kind("义务", "duty"), In(duty.Title), SiteAddress.Duties(name), $"{name} {duty.Id} {string.Join(' ', duty.Clauses)}");
        }

        foreach (var reading in folder.Interpretations?.Items ?? [])
        {
            yield return new(7, Kind("解释", "reading"), $"{reading.Key} {In(reading.Question)}", layout.Find(name, Anchor.Reading(reading.Key)) ?? SiteAddress.Contract(name), $"{name} {string.Join(' ', reading.Clauses)}");
        }
    }

    /// <summary>Something to find.</summary>
    /// <param name="Rank">What people look for most has the lowest, and stands in the first parts.</param>
    private sealed record Entry(int Rank, string Kind, string Title, string Address, string Words);
}
