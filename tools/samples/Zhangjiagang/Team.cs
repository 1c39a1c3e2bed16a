namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>Who is assigned, as the contract's <c>staff/</c> says.</summary>
internal static class Team
{
    private static readonly string[] Always =
    [
        "zjg-team-01", "zjg-team-02", "zjg-team-03", "zjg-team-04", "zjg-team-05", "zjg-team-06",
        "zjg-team-08", "zjg-team-09", "zjg-team-10", "zjg-team-11", "zjg-team-12",
    ];

    /// <summary>One of the team on a day; one member was replaced on 2025-03-03.</summary>
    public static string Inspector(DateOnly day, Dice dice) => dice.Below(12) is var number && number < Always.Length
        ? Always[number]
        : day < Clock.Day("2025-03-03") ? "zjg-team-07" : "zjg-team-13";
}
