using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>
/// The invented contract <c>harbour-2026</c> uses every rule shape, with bands, an undetermined band, a veto, priced events, a cap, readings and a
/// decision. Every figure in the golden files was derived by hand from its records before it was accepted.
/// </summary>
public sealed class GoldenOutputTests(GoldenOutputTests.Registries registries) : IClassFixture<GoldenOutputTests.Registries>
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("sarif", "sarif")]
    [InlineData("github", "txt")]
    [InlineData("junit", "xml")]
    public void A_registry_without_errors_passes_with_its_remarks_in_every_format(string format, string extension) =>
        Matches($"check-{format}.{extension}", 0, registries.Sound.Run("check", "--format", format));

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("sarif", "sarif")]
    [InlineData("github", "txt")]
    [InlineData("junit", "xml")]
    public void A_faulty_registry_has_each_fault_at_its_place_in_every_format(string format, string extension) =>
        Matches($"faulty-{format}.{extension}", 1, registries.Faulty.Run("check", "--format", format));

    [Fact]
    public void Findings_in_english() => Matches("faulty-text-en.txt", 1, registries.Faulty.Run("check", "--lang", "en"));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Scores_for_people(string language) => Matches($"score-{language}.txt", 0, registries.Sound.Run("score", "--lang", language));

    [Fact]
    public void Scores_for_machines() => Matches("score.json", 0, registries.Sound.Run("score", "harbour-2026", "--format", "json"));

    [Fact]
    public void A_period_before_it_is_over() => Matches("score-provisional.txt", 0, registries.Sound.Run("score", "harbour-2026", "--as-of", "2026-03-15"));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_account_is_capped(string language) =>
        Matches($"settle-capped-{language}.txt", 0, registries.Sound.Run("settle", "harbour-2026", "--as-of", "2026-03-31", "--lang", language));

    [Fact]
    public void The_account_is_undetermined_while_a_period_is() => Matches("settle-undetermined.txt", 0, registries.Sound.Run("settle"));

    [Theory]
    [InlineData("missing-occurrences", "P1", "D1-1.2")]
    [InlineData("none-in-wider-period", "P2", "D2-1.1")]
    [InlineData("judged", "P1", "D3-1.1")]
    [InlineData("matching-records", "P1", "O1-1.2")]
    [InlineData("every-nth", "P1", "O2-1.1")]
    [InlineData("days-late", "P1", "O3-1.1")]
    [InlineData("measured-band", "P1", "O4-1.1")]
    public void A_deduction_of_each_shape_as_a_proof(string shape, string period, string deduction)
    {
        Matches($"explain-{shape}-zh.txt", 0, registries.Sound.Run("explain", "harbour-2026", period, deduction));
        Matches($"explain-{shape}-en.txt", 0, registries.Sound.Run("explain", "harbour-2026", period, deduction, "--lang", "en"));
    }

    [Fact]
    public void Records_as_a_list() => Matches("list-incident.json", 0, registries.Sound.Run("list", "incident", "--format", "json"));

    [Theory]
    [InlineData("harbour-2026/P1")]
    [InlineData("harbour-2026/P2")]
    [InlineData("harbour-2026/P3")]
    [InlineData("lighthouse-2026/T")]
    public void A_published_period(string period) =>
        Golden.Matches($"expected/reports/{period}/assessment.md", registries.Published($"{period}/assessment.md"));

    [Fact]
    public void The_table_of_published_periods() => Golden.Matches("expected/reports/README.md", registries.Published("README.md"));

    private static void Matches(string file, int exit, Outcome ran)
    {
        Assert.Equal("", ran.Error);
        Assert.Equal(exit, ran.Exit);
        Golden.Matches($"expected/{file}", ran.Output);
    }

    /// <summary>The two golden registries; the sound one is published once.</summary>
    public sealed class Registries : IDisposable
    {
        private readonly Lazy<string> reports;

        public Registries() => reports = new(() =>
        {
            Assert.Equal(0, Sound.Run("publish").Exit);
            return Sound.File("reports");
        });

        public TemporaryRegistry Sound { get; } = TemporaryRegistry.Harbour();

        public TemporaryRegistry Faulty { get; } = TemporaryRegistry.Faulty();

        public string Published(string path) => File.ReadAllText(Path.Combine(reports.Value, path));

        public void Dispose()
        {
            Sound.Dispose();
            Faulty.Dispose();
        }
    }
}
