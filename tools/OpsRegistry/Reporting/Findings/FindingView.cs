using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>What of a check's findings is shown one by one, and what is only counted. Nothing is left out without a word.</summary>
/// <param name="Shown">Shown one by one.</param>
/// <param name="Folded">Remarks that stood there before: shown as a count for each rule.</param>
/// <param name="ErrorsElsewhere">How many errors stand in files that were not asked for.</param>
/// <param name="FilesLeftOut">How many files cannot be read, so that no later rule has seen what they hold.</param>
internal sealed record FindingView(IReadOnlyList<Finding> Shown, IReadOnlyList<Finding> Folded, int ErrorsElsewhere, int FilesLeftOut)
{
    /// <summary>Every finding, one by one.</summary>
    public static FindingView Whole(IReadOnlyList<Finding> findings) => new(findings, [], 0, 0);

    /// <summary>True for a remark that is only counted where it stood there before.</summary>
    public static bool MayBeFolded(Finding finding) => finding.Rule is { Severity: not Severity.Error, IsAlarm: false };

    /// <summary>The findings that were asked for.</summary>
    /// <param name="isAsked">Whether a file was asked for.</param>
    /// <param name="least">The least severity that is shown.</param>
    /// <param name="isStanding">Whether remarks on a file stood there before, and are only counted.</param>
    public static FindingView Choose(IReadOnlyList<Finding> findings, Func<string, bool> isAsked, Severity least, Func<string, bool> isStanding)
    {
        var asked = findings.Where(finding => isAsked(finding.Place.Path) && finding.Rule.Severity <= least)
            .ToLookup(finding => MayBeFolded(finding) && isStanding(finding.Place.Path));
        return new(
            asked[false].ToList(),
            asked[true].ToList(),
            findings.Count(finding => finding.Rule.Severity == Severity.Error && !isAsked(finding.Place.Path)),
            findings.Where(finding => finding.Rule.KeepsFileOut).Select(finding => finding.Place.Path).Distinct(StringComparer.Ordinal).Count());
    }
}
