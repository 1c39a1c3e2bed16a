namespace OpsRegistry.Intake;

/// <summary>What is wrong with an answer, in the words of the form.</summary>
/// <param name="Label">The question; null where no single one is at fault.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record FormProblem(string? Label, Text Message, Text Help)
{
    /// <summary>The row of the sheet, where the record has several; null for the record's first.</summary>
    public int? Row { get; init; }

    /// <summary>The tool failed on what was handed in: a fault of the tool, of which the sender is told as of any other, so that an answer is always given.</summary>
    /// <param name="failure">What no stage expected.</param>
    public static FormProblem OfTool(Exception failure) => new(
        null,
        new($"程序读到这里时出错：{failure.GetType().Name}", $"the tool failed on it: {failure.GetType().Name}"),
        new("没有登记任何内容；请把文件连同这句话报告给维护者", "nothing was filed; report the file together with these words"));
}
