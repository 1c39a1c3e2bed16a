using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Hostile;

/// <summary>The registry of tests/golden/harbour with one hostile text in every field that takes free text, and the straight line run over it.</summary>
internal sealed partial class HostileRun
{
    private static readonly ConcurrentDictionary<string, HostileRun> Runs = new(StringComparer.Ordinal);

    private HostileRun(string text)
    {
        var files = InMemory.Files("tests/golden/harbour");
        foreach (var (path, content) in files.ToList())
        {
            files[path] = FreeField().Replace(content, field => $"{field.Groups["key"].Value}: {Value(field.Groups["value"].Value, text)}");
        }

        foreach (var template in Directory.GetFiles(Path.Combine(FrozenRegistry.Root, "ops-registry", "templates")))
        {
            files[$"ops-registry/templates/{Path.GetFileName(template)}"] = File.ReadAllText(template);
        }

        Loaded = InMemory.Load(files);
        Faulty = InMemory.Load(files.ToDictionary(file => file.Key, file => file.Value.Replace("channel: phone", $"channel: {Quoted(text)}", StringComparison.Ordinal)));
        Folder = Loaded.Registry.ContractNamed("harbour-2026")!;
        Calendar = Calendars.Build(Loaded.Registry);
        AsOf = BeijingTime.EndOf(Loaded.Registry.Settings!.RecordsUntil!.Value);
        Result = ContractRunner.Run(Folder, Calendar, AsOf);
        Origin = ReportOrigin.State(Loaded.Registry, ReportOrigin.Uncommitted, "0.0.0");
    }

    public Loaded Loaded { get; }

    /// <summary>The same with the text where a word of a list should stand, so that a finding quotes it.</summary>
    internal Loaded Faulty { get; }

    internal ContractFolder Folder { get; }

    internal WorkCalendar Calendar { get; }

    public NodaTime.Instant AsOf { get; }

    internal ContractResult Result { get; }

    internal ReportOrigin Origin { get; }

    internal PeriodResult Period => Result.Periods[0];

    public static HostileRun Of(HostileText text) => Runs.GetOrAdd(text.Text, static text => new(text));

    private static string Value(string old, string text) => old.StartsWith('{') ? $"{{zh: {Quoted(text)}, en: {Quoted(text)}}}" : Quoted(text);

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    [GeneratedRegex(@"(?<key>(?<![\w])(summary|cause|handling|reason|remark|issuer|item|advice|outcome|about|title|question))[:] (?<value>\{[^}]*\}|[^\n,}]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FreeField();
}
