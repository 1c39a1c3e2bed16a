using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Same inputs, same bytes: whatever the culture, the time zone, or how often it is done.</summary>
public sealed class SameBytesTests
{
    private static readonly string[][] Verbs =
    [
        ["check"],
        ["check", "--format", "sarif"],
        ["score", "--lang", "en"],
        ["score", "harbour-2026", "--format", "json"],
        ["explain", "harbour-2026", "P1"],
        ["publish"],
    ];

    private static readonly Lazy<string> Invariant = new(Everything);

    /// <summary>Cultures by what they do to numbers and dates; the build knows none by name.</summary>
    public static TheoryData<string> Cultures => ["decimal comma", "grouped by points", "other signs", "year last"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_output_is_the_same_in_another_culture(string culture)
    {
        var expected = Invariant.Value;
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(culture);
            Assert.NotEqual(12345.5m.ToString("N2", CultureInfo.InvariantCulture) + new DateTime(2026, 1, 2).ToString("d", CultureInfo.InvariantCulture), $"{12345.5m:N2}{new DateTime(2026, 1, 2):d}");
            Assert.Equal(expected, Everything());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void Every_published_file_is_the_same_in_another_time_zone()
    {
        using var registry = TemporaryRegistry.Golden();
        var zones = new[] { "UTC", "America/New_York", "Asia/Shanghai" }.Select(zone => PublishIn(zone, registry)).ToList();
        Assert.Contains("reports/harbour-2026/P1/assessment.xlsx", zones[0]);
        Assert.Equal(zones[0], zones[1]);
        Assert.Equal(zones[0], zones[2]);
    }

    [Fact]
    public void Publishing_twice_changes_nothing_and_publishing_afresh_gives_the_same_bytes()
    {
        using var registry = TemporaryRegistry.Golden();
        Assert.Equal(0, registry.Run("publish").Exit);
        var first = Hashes(registry);
        Assert.EndsWith("reports/：13 个文件，0 个有变化\n", registry.Run("publish").Output);
        Directory.Delete(registry.File("reports"), recursive: true);
        Assert.Equal(0, registry.Run("publish").Exit);
        Assert.Equal(first, Hashes(registry));
    }

    private static string Everything()
    {
        using var registry = TemporaryRegistry.Golden();
        var outputs = Verbs.Select(verb => string.Join('\n', verb) + "\n" + registry.Run(verb).Output.Replace(registry.Root, "", StringComparison.Ordinal)).ToList();
        return string.Concat(outputs) + Hashes(registry);
    }

    private static string PublishIn(string zone, TemporaryRegistry registry)
    {
        if (Directory.Exists(registry.File("reports")))
        {
            Directory.Delete(registry.File("reports"), recursive: true);
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "opsreg.dll"), "publish", "--root", registry.Root })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = zone;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error.Result);
        Assert.Equal(0, process.ExitCode);
        return output + Hashes(registry);
    }

    private static string Hashes(TemporaryRegistry registry) => string.Join('\n', Directory
        .EnumerateFiles(registry.File("reports"), "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(registry.Root, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")
        .Order(StringComparer.Ordinal));

    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var (numbers, dates) = (culture.NumberFormat, culture.DateTimeFormat);
        switch (name)
        {
            case "decimal comma":
                (numbers.NumberDecimalSeparator, numbers.PercentDecimalSeparator, numbers.NumberGroupSeparator) = (",", ",", " ");
                break;
            case "grouped by points":
                (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NumberGroupSizes) = ("'", ".", [2, 3]);
                break;
            case "other signs":
                (numbers.NegativeSign, numbers.PositiveSign, numbers.PercentSymbol, numbers.NumberGroupSeparator) = ("minus ", "plus ", "pct", "_");
                numbers.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
                numbers.DigitSubstitution = DigitShapes.NativeNational;
                break;
            default:
                (dates.DateSeparator, dates.TimeSeparator, dates.ShortDatePattern, dates.LongTimePattern) = (".", "h", "d.M.yy", "H'h'mm");
                dates.AMDesignator = dates.PMDesignator = "?";
                break;
        }

        return culture;
    }
}
