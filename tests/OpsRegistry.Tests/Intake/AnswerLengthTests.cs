using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Tables.Definitions;
using Xunit;

namespace OpsRegistry.Tests.Intake;

/// <summary>What the counter writes fits into what a forge takes, however much was filled in.</summary>
public sealed class AnswerLengthTests
{
    private static readonly FormProblem Long = new("问题", Text.Same(string.Concat(Enumerable.Repeat("@everyone #12 `|\u202e", 40))), Text.Same(new string('长', 500)));

    [Fact]
    public void An_answer_with_hundreds_of_problems_says_how_many_it_leaves_out()
    {
        var text = IntakeReply.Refused(Enumerable.Repeat(Long, 300).ToList());
        Assert.InRange(text.Length, 1, IssueBody.MaximumLength);
        Assert.Matches("另有 2[0-9]{2} 项", text);
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n#12", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_with_thousands_of_files_still_tells_the_submitter_and_closes_the_issue()
    {
        var files = Enumerable.Range(1, 2 * FilledWorkbook.MaximumRows).Select(number => new ReceivedRecord(Kinds.All[0], "example-2026", $"incident-2026-{number}", $"ops-registry/contracts/example-2026/records/2026/01/incident-2026-{number}.yaml", "")).ToList();
        var text = new IntakeRequest(12, "somebody", files).Text(ComplaintTable.For([Long]));
        Assert.InRange(text.Length, 1, IssueBody.MaximumLength);
        Assert.StartsWith("提交人 @somebody，经议题 #12 ", text, StringComparison.Ordinal);
        Assert.Contains("另有 3900 项", text, StringComparison.Ordinal);
        Assert.EndsWith("\nCloses #12\n", text, StringComparison.Ordinal);
    }
}
