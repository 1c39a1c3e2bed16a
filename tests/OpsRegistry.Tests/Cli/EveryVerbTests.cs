using System.CommandLine;
using System.Text.RegularExpressions;
using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>What all verbs have in common on a terminal: one language at a time, and at the end a line that says how much there is.</summary>
public sealed partial class EveryVerbTests
{
    /// <summary>A line for each verb that lists something; the words are what follows opsreg.</summary>
    private static readonly string[] Listing =
    [
        "check", "score harbour-2026", "sla harbour-2026", "due", "waiting", "staff harbour-2026", "settle harbour-2026", "coverage", "list incident", "test harbour-2026",
        "query --saved limits-kept", "schemas", "calendars", "templates", "fmt --check", "fix --dry-run", "samples remove", "verify --seals", "migrate --check", "docs --check",
        "report harbour-2026 --period P1 --output {out}/report", "document quarterly-report harbour-2026 --period P1 --output {out}/documents", "export --format csv --out {out}/export",
        "site --output {out}/site", "publish --check", "book --output {out}/book",
    ];

    /// <summary>Verbs that answer one question, whose answer is the whole: no list that a line could sum up.</summary>
    private static readonly string[] Answering =
    [
        "explain harbour-2026 P1 A1-1", "clock deadline --start 2025-09-30T17:25 --amount PT60M --window 5x9", "review --base HEAD --head HEAD", "seal harbour-2026 P1", "checkpoint",
        "new incident harbour-2026 --dry-run --no-ask", "form harbour-2026 --output {out}/form.xlsx", "import nothing.xlsx", "completion bash", "shard 1/2", "merge nothing.json",
        "reform --with ops-registry/contracts/harbour-2026/scorecard.yaml", "evidence add nothing", "ci --base HEAD --out {out}/ci", "init {out}/new",
        "request", "intake", "comment", "release", "serve --port nothing",
    ];

    private static readonly Regex Chinese = Ideographs();

    [Fact]
    public void Every_verb_is_tried_here() => Assert.Equal(
        Application.Root().Subcommands.Select(verb => verb.Name).Order(StringComparer.Ordinal),
        Listing.Concat(Answering).Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void A_list_ends_with_a_line_that_says_how_much_there_is()
    {
        using var place = new Place();
        Assert.Empty(
            from line in Listing
            from language in new[] { "zh", "en" }
            let said = place.Run(line, language)
            where said.Exit is not (0 or 1) || said.Output.TrimEnd() is not { Length: > 0 } text || text.Split('\n')[^1] is var last && (last.StartsWith(' ') || !Summary().IsMatch(last))
            select $"{line} --lang {language}: exit {said.Exit}: …{said.Output.TrimEnd().Split('\n')[^1]} {said.Error}");
    }

    /// <summary>In English stands no Chinese, and in Chinese no English sentence, but what files of the registry say in their own words.</summary>
    [Fact]
    public void A_verb_speaks_one_language_at_a_time()
    {
        using var place = new Place();
        Assert.Empty(
            from line in Listing.Concat(Answering)
            from language in new[] { "zh", "en" }
            let said = place.Run(line, language)
            from words in (said.Output + said.Error).Split('\n')
            let foreign = language == "en" ? Chinese.Matches(words).Select(match => match.Value).FirstOrDefault(run => !place.Holds(run))
                : Paths().Replace(words, " ") is var plain && English().Match(plain) is { Success: true } sentence && !place.Holds(sentence.Value) ? sentence.Value : null
            where foreign is not null
            select $"{line} --lang {language}: '{foreign}' in: {words}");
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    // Numbers say how much; where there is nothing, words say so.
    [GeneratedRegex("[0-9]|没有|相同|最新|nothing|no findings|as the tool|up to date", RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<![A-Za-z./-])[A-Za-z]?[a-z]{2,}(?: [a-z]{2,}){3,}", RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\S*[/<>=|$`-]\S*|(?:\./)?opsreg .*|git .*", RegexOptions.CultureInvariant)]
    private static partial Regex Paths();

    /// <summary>The harbour in a repository of its own, and a folder for what is written.</summary>
    private sealed class Place : IDisposable
    {
        private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();
        private readonly TemporaryFolder written = new();
        private readonly GitFixture fixture;
        private readonly string own;

        public Place()
        {
            fixture = GitFixture.Of(registry).CheckOut();
            File.AppendAllText(Path.Combine(fixture.Root, ".git", "config"), "[user]\n\tname = harbour-op-01\n\temail = operator@example.org\n"); // git asks in its own words
            own = string.Concat(Directory.EnumerateFiles(Path.Combine(fixture.Root, "ops-registry"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".md").Select(File.ReadAllText));
        }

        public bool Holds(string words) => own.Contains(words, StringComparison.Ordinal);

        public Outcome Run(string line, string language) => fixture.Run([.. line.Replace("{out}", written.Path, StringComparison.Ordinal).Split(' '), "--lang", language]);

        public void Dispose()
        {
            fixture.Dispose();
            registry.Dispose();
            written.Dispose();
        }
    }
}
