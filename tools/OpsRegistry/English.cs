namespace OpsRegistry;

/// <summary>What English asks of a sentence and Chinese does not.</summary>
internal static class English
{
    /// <summary>So many of something: <c>1 file</c>, <c>2 files</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one of them is called; its plural ends in s.</param>
    public static string Count(int count, string one) => Count(count.ToString(CultureInfo.InvariantCulture), one);

    /// <summary>The same of a number as it is shown: <c>1 point</c>, <c>0.5 points</c>.</summary>
    public static string Count(string count, string one) => $"{count} {one}{(count == "1" ? "" : "s")}";
}
