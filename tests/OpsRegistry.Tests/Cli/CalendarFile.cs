using System.Globalization;
using System.Text;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Reads iCalendar as strictly as RFC 5545 is written: any slip fails the test.</summary>
internal static class CalendarFile
{
    private static readonly string[] TextProperties = ["UID", "SUMMARY", "DESCRIPTION", "X-WR-CALNAME"];

    /// <summary>The events, each as its properties by name with parameters; texts are unescaped.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(text.Count(character => character == '\r'), text.Split("\r\n").Length - 1);
        var physical = text.Split("\r\n")[..^1];
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        var events = new List<Dictionary<string, string>>();
        var open = new Stack<string>();
        var components = new List<string>();
        foreach (var line in Unfolded(physical))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            Assert.Matches("^[A-Z-]+(;[A-Z]+=[A-Za-z/-]+)*$", name);
            switch (name)
            {
                case "BEGIN":
                    open.Push(value);
                    components.Add(value);
                    if (value == "VEVENT")
                    {
                        events.Add(new(StringComparer.Ordinal));
                    }

                    break;
                case "END":
                    Assert.Equal(open.Pop(), value);
                    break;
                case var _ when open.Peek() == "VEVENT":
                    Assert.True(events[^1].TryAdd(name, TextProperties.Contains(name) ? Unescaped(value) : value), $"{name} stands twice");
                    break;
            }
        }

        Assert.Empty(open);
        Assert.Equal("VCALENDAR", components[0]);
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], physical[..2]);
        Assert.Single(components, "VTIMEZONE");
        Assert.All(events, Complete);
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct(StringComparer.Ordinal).Count());
        return events;
    }

    private static void Complete(Dictionary<string, string> properties)
    {
        Assert.Contains("UID", properties.Keys);
        Assert.Contains("SUMMARY", properties.Keys);
        _ = DateTime.ParseExact(properties["DTSTAMP"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (properties.TryGetValue("DTSTART;VALUE=DATE", out var first))
        {
            var day = DateOnly.ParseExact(first, "yyyyMMdd", CultureInfo.InvariantCulture);
            Assert.Equal(day.AddDays(1), DateOnly.ParseExact(properties["DTEND;VALUE=DATE"], "yyyyMMdd", CultureInfo.InvariantCulture));
        }
        else
        {
            _ = DateTime.ParseExact(properties["DTSTART;TZID=Asia/Shanghai"], "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<string> Unfolded(IEnumerable<string> physical)
    {
        var line = "";
        foreach (var part in physical)
        {
            if (part[0] == ' ')
            {
                line += part[1..];
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            line = part;
        }

        yield return line;
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] != '\\')
            {
                Assert.False(value[index] is ',' or ';', $"unescaped in {value}");
                text.Append(value[index]);
                continue;
            }

            index++;
            Assert.Contains(value[index], "\\;,nN");
            text.Append(value[index] is 'n' or 'N' ? '\n' : value[index]);
        }

        return text.ToString();
    }
}
