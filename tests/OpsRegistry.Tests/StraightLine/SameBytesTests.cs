using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Same inputs, same bytes: whatever the culture, the time zone (TV25), or how often it is done.</summary>
public sealed class SameBytesTests
{
    private static readonly string[][] Verbs =
    [
        ["check"],
        ["check", "--format", "sarif"],
        ["score", "--lang", "en"],
        ["score", "harbour-2026", "--format", "json"],
        ["explain", "harbour-2026", "P1"],
        ["sla", "--format", "json"],
        ["due", "--as-of", "2026-02-20", "--format", "ics"],
        ["publish"],
    ];

    [Theory]
    [InlineData("clock deadline --start 2026-10-31T17:25 --amount PT60M --window 5x9")]
    [InlineData("clock elapsed --from 2026-10-31T00:00 --to 2026-11-02T00:00 --window 7x24 --format json")]
    public void TV25_a_clock_runs_across_another_zones_change_of_clocks_as_at_home(string arguments)
    {
        using var registry = TemporaryRegistry.Tiny();
        var home = registry.Run(arguments.Split(' '));
        Assert.Equal(0, home.Exit);
        Assert.Equal(home.Output, RunAbroad(registry, arguments));
    }

    [Theory]
    [InlineData("sla --format json")]
    [InlineData("due --as-of 2026-02-20 --format ics")]
    public void TV25_the_registry_says_the_same_in_another_time_zone(string arguments)
    {
        using var registry = TemporaryRegistry.Real();
        var home = registry.Run(arguments.Split(' '));
        Assert.Equal(0, home.Exit);
        Assert.Equal(home.Output, RunAbroad(registry, arguments));
    }

    [Fact]
    public void Publishing_twice_changes_nothing_and_publishing_afresh_in_another_time_zone_gives_the_same_bytes()
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.Equal(0, registry.Run("publish").Exit);
        var first = Hashes(registry);
        Assert.Contains("reports/harbour-2026/P1/assessment.xlsx", first, StringComparison.Ordinal);
        Assert.EndsWith("reports/：17 个文件，0 个有变化\n", registry.Run("publish").Output);
        Directory.Delete(registry.File("reports"), recursive: true);
        RunAbroad(registry, "publish");
        Assert.Equal(first, Hashes(registry));
    }

    [Fact]
    public void Every_output_is_the_same_in_another_culture()
    {
        var expected = Everything();
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Foreign();
            Assert.Equal("minus 1.23.45,50", $"{-12345.5m:N2}");
            Assert.Equal("2.1.26", $"{new DateTime(2026, 1, 2):d}");
            Assert.Equal(expected, Everything());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static string Everything()
    {
        using var registry = TemporaryRegistry.Harbour();
        var outputs = Verbs.Select(verb => string.Join('\n', verb) + "\n" + registry.Run(verb).Output.Replace(registry.Root, "", StringComparison.Ordinal)).ToList();
        return string.Concat(outputs) + Hashes(registry);
    }

    /// <summary>Runs the command line in a process of its own, in New York and German.</summary>
    private static string RunAbroad(TemporaryRegistry registry, string arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments.Split(' ').Prepend(Path.Combine(AppContext.BaseDirectory, "opsreg.dll")).Append("--root").Append(registry.Root))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "America/New_York";
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "de_DE.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error.Result);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static string Hashes(TemporaryRegistry registry) => string.Join('\n', Directory
        .EnumerateFiles(registry.File("reports"), "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(registry.Root, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")
        .Order(StringComparer.Ordinal));

    /// <summary>A culture that writes numbers and dates otherwise in every way; the build knows none by name.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var (numbers, dates) = (culture.NumberFormat, culture.DateTimeFormat);
        (numbers.NumberDecimalSeparator, numbers.PercentDecimalSeparator, numbers.NumberGroupSeparator, numbers.NumberGroupSizes) = (",", ",", ".", [2]);
        (numbers.NegativeSign, numbers.PositiveSign, numbers.PercentSymbol) = ("minus ", "plus ", "pct");
        numbers.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
        numbers.DigitSubstitution = DigitShapes.NativeNational;
        (dates.DateSeparator, dates.TimeSeparator, dates.ShortDatePattern, dates.LongTimePattern) = (".", "h", "d.M.yy", "H'h'mm");
        dates.AMDesignator = dates.PMDesignator = "?";
        return culture;
    }
}
