using System.Text.RegularExpressions;
using NodaTime.Text;
using OpsRegistry.Model;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What a workbook says of where it comes from; a claim, until it is computed again.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Period">The period's id.</param>
/// <param name="AsOf">The cut-off.</param>
/// <param name="Commit">The commit, 40 hexadecimal digits, or a word where no commit holds the files.</param>
/// <param name="Tool">The version of the tool that wrote it.</param>
/// <param name="Provisional">True where calendars without published notice were used.</param>
/// <param name="Volume">Which of a period's two workbooks it is.</param>
internal sealed partial record WorkbookClaim(string Contract, string Period, Instant AsOf, string Commit, string Tool, bool Provisional, AssessmentVolume Volume)
{
    private const string Prefix = "opsreg.";
    private const string Verification = "核验", Cover = "封面";
    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>Reads the claim; null where the workbook makes none.</summary>
    public static WorkbookClaim? Read(WorkbookContent content) => OfProperties(content.Properties) ?? OfSheet(content);

    private static WorkbookClaim? OfProperties(IReadOnlyDictionary<string, string> properties)
    {
        return InstantPattern.General.Parse(Value("asOf")) is { Success: true } asOf && Value("contract").Length > 0 && Value("period").Length > 0
            ? new(Value("contract"), Value("period"), asOf.Value, Value("commit"), Value("toolVersion"), Value("provisional") == "true", VolumeOf(Value("volume")))
            : null;

        string Value(string name) => properties.GetValueOrDefault(Prefix + name, "");
    }

    private static AssessmentVolume VolumeOf(string word) => Enum.GetValues<AssessmentVolume>().FirstOrDefault(volume => YamlWord.Write(volume) == word);

    /// <summary>The sheet that people read says the same in words.</summary>
    private static WorkbookClaim? OfSheet(WorkbookContent content)
    {
        var proof = content.Sheets.FirstOrDefault(sheet => sheet.Name == Verification);
        if ((proof ?? content.Sheets.FirstOrDefault(sheet => sheet.Name == Cover)) is not { } page)
        {
            return null;
        }

        var lines = string.Join('\n', page.Grid.Cells.Values.Select(cell => cell.Value));
        var (commit, tool, asOf, contract, period) = (Commits().Match(lines), Tools().Match(lines), CutOffs().Match(lines), Contracts().Match(lines), Periods().Match(lines));
        if (!commit.Success || !tool.Success || !asOf.Success || !contract.Success || !period.Success)
        {
            return null;
        }

        var day = LocalDatePattern.Iso.Parse(asOf.Groups["day"].Value);
        var time = asOf.Groups["time"].Value;
        return !day.Success ? null : new(
            contract.Groups["name"].Value,
            period.Groups["term"].Success ? "T" : "P" + period.Groups["number"].Value,
            (time == "24:00" ? day.Value.PlusDays(1).AtMidnight() : day.Value + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).GetValueOrThrow()).WithOffset(Beijing).ToInstant(),
            commit.Groups["id"].Value, tool.Groups["version"].Value, lines.Contains("暂定）", StringComparison.Ordinal),
            proof is null ? AssessmentVolume.SigningSet : AssessmentVolume.DataBook);
    }

    [GeneratedRegex("提交号：(?<id>[0-9a-f]{40}|未提交)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Commits();

    [GeneratedRegex("工具版本：(?<version>[^\n]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tools();

    [GeneratedRegex("数据截至：(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) (?<time>([01][0-9]|2[0-4]):[0-5][0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CutOffs();

    [GeneratedRegex("都在 ops-registry/contracts/(?<name>[a-z0-9-]+)/ 下", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Contracts();

    [GeneratedRegex("考核期（P(?<number>[0-9]{1,3})）|(?<term>全服务期)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Periods();
}
