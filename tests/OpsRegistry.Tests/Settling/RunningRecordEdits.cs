using System.Globalization;
using System.Text.RegularExpressions;
using OpsRegistry.Sources;

namespace OpsRegistry.Tests.Settling;

/// <summary>Edits of records on which clocks run, as people make them: what is taken away, told otherwise, or said of another day.</summary>
internal static partial class RunningRecordEdits
{
    private static readonly string[] Kinds = ["incident-", "service-request-", "vulnerability-", "fault-report-"];

    /// <summary>Edits one such record of a contract.</summary>
    public static void Edit(SortedDictionary<string, string> files, string contract, Random random)
    {
        var records = files.Keys.Where(path => ContractFolders.NameIn(path) == contract && Kinds.Any(kind => Path.GetFileName(path).StartsWith(kind, StringComparison.Ordinal))).ToList();
        var path = records[random.Next(records.Count)];
        var lines = files[path].Split('\n').ToList();
        switch (random.Next(14))
        {
            case 0 or 11 or 12 or 13:
                files.Remove(path);
                return;
            case 1: // a clock that nothing stops any more
                lines.RemoveAll(line => line.Contains("At: ", StringComparison.Ordinal) && random.Next(4) == 0 && !line.Contains("reportedAt", StringComparison.Ordinal) && !line.Contains("requestedAt", StringComparison.Ordinal));
                break;
            case 2: // or one that stops much later, or began earlier
                var other = $"20{random.Next(23, 28)}-{random.Next(1, 13):00}-{random.Next(1, 28):00}";
                Replace(lines, random, line => Day().Replace(line, other));
                break;
            case 3:
                Replace(lines, random, line => Time().Replace(line, $"T{random.Next(0, 24):00}:{random.Next(0, 60):00}:00"));
                break;
            case 4: // what another record of its kind says
                var kind = Kinds.First(one => Path.GetFileName(path).StartsWith(one, StringComparison.Ordinal));
                var like = files[records.Where(one => Path.GetFileName(one).StartsWith(kind, StringComparison.Ordinal)).OrderBy(_ => random.Next()).First()].Split('\n');
                Replace(lines, random, line => like.FirstOrDefault(one => one.Split(':')[0] == line.Split(':')[0] && !one.EndsWith(':')) ?? line);
                break;
            case 5: // a stretch that goes on
                lines.RemoveAll(line => line.TrimStart().StartsWith("to: ", StringComparison.Ordinal));
                break;
            case 6:
                lines.Add("# a remark");
                break;
            default:
                OverTheTurn(lines, random);
                break;
        }

        files[path] = string.Join('\n', lines);
    }

    // It begins on the last day of a month, and what ends it comes in a later one, or not at all: between them a period may end.
    private static void OverTheTurn(List<string> lines, Random random)
    {
        var stamps = Enumerable.Range(0, lines.Count).Where(place => Stamp().IsMatch(lines[place])).ToList();
        if (stamps.Count == 0 || !int.TryParse(Stamp().Match(lines[stamps[0]]).Value[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return;
        }

        var began = new DateTime(year, random.Next(1, 13), 1).AddDays(-1).AddHours(random.Next(8, 24));
        var later = began;
        foreach (var place in stamps)
        {
            lines[place] = Stamp().Replace(lines[place], later.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            later = later.AddHours(random.Next(2) == 0 ? random.Next(1, 3) : random.Next(1, 24 * 60));
        }

        lines.RemoveAll(line => random.Next(6) == 0 && line.Contains("At: ", StringComparison.Ordinal) && line != lines[stamps[0]]);
    }

    private static void Replace(List<string> lines, Random random, Func<string, string> edit)
    {
        var places = Enumerable.Range(0, lines.Count).Where(place => lines[place].StartsWith("  ", StringComparison.Ordinal) && edit(lines[place]) != lines[place]).ToList();
        if (places.Count > 0)
        {
            var place = places[random.Next(places.Count)];
            lines[place] = edit(lines[place]);
        }
    }

    [GeneratedRegex(@"20\d\d-\d\d-\d\d")]
    private static partial Regex Day();

    [GeneratedRegex(@"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"T\d\d:\d\d:\d\d")]
    private static partial Regex Time();
}
