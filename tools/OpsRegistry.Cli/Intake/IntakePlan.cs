using System.Text.Json;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Cli.Intake;

/// <summary>
/// What the counter will do for an issue, decided by a job that can only read and done by one that sees no registry (<c>plan.json</c>). The second
/// believes nothing but this: record files on one branch of the counter's own.
/// </summary>
/// <param name="Reply">The comment to leave there, with a place for the request's number.</param>
/// <param name="Filing">What to file; null where the form was refused.</param>
internal sealed record IntakePlan(int Issue, string Reply, IntakeFiling? Filing)
{
    private const string Name = "plan.json";

    /// <summary>Decides what to do with a form.</summary>
    /// <exception cref="UsageException">The event is not about an issue.</exception>
    public static IntakePlan Decide(FormOutcome receipt, WorkflowEvent happened)
    {
        var issue = IssueOf(happened).Number;
        return receipt switch
        {
            FormOutcome.Accepted accepted => new(issue, IntakeReply.Accepted(accepted), IntakeFiling.Of(accepted.Files, ComplaintTable.For(accepted.Remarks), happened)),
            FormOutcome.AlreadyFiled known => new(issue, IntakeReply.AlreadyFiled(known), null),
            FormOutcome.Refused refused => new(issue, IntakeReply.Refused(refused.Complaints), null),
            FormOutcome.Changed => throw new System.Diagnostics.UnreachableException(), // an issue names no record
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Decides what to do with a workbook that is attached to an issue.</summary>
    /// <param name="answer">Where the workbook with its marks is to be had; null where it could not be made.</param>
    /// <exception cref="UsageException">The event is not about an issue.</exception>
    public static IntakePlan Decide(ImportResult result, WorkflowEvent happened, string? answer) =>
        new(IssueOf(happened).Number, IntakeReply.Imported(result, answer), result.Files.Count == 0 ? null : IntakeFiling.Of(result.Files, ComplaintTable.For(result.Remarks), happened));

    /// <summary>Tells that an attached file could not be had.</summary>
    public static IntakePlan Refuse(FormProblem complaint, WorkflowEvent happened) => new(IssueOf(happened).Number, IntakeReply.Refused([complaint]), null);

    /// <summary>The issue that an event is about.</summary>
    internal static (int Number, string Submitter, DateTimeOffset Time) IssueOf(WorkflowEvent happened) =>
        happened is { Issue: { } number, IssueAuthor: { } submitter, IssueTime: { } time }
            ? (number, submitter, time)
            : throw new UsageException(new("事件不是关于议题的", "the event is not about an issue"));

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), ReportFiles.Text(output => JsonOutput.Write(output, this, Handover.Options)));

    /// <summary>Reads it from a folder.</summary>
    /// <exception cref="UsageException">It is missing, or would do something that the counter never does.</exception>
    public static IntakePlan Read(string folder)
    {
        try
        {
            if (JsonSerializer.Deserialize<IntakePlan>(File.ReadAllBytes(Path.Combine(folder, Name)), Handover.Options) is { Issue: > 0, Reply.Length: > 0 } plan && IsTheCounters(plan))
            {
                return plan;
            }
        }
        catch (JsonException)
        {
            // said below
        }

        throw new UsageException(new(
            $"“{folder}”里的计划不是受理台会写的：只能在 {IntakeRequest.BranchFolder} 下的分支上放记录文件",
            $"the plan in '{folder}' is none that the counter writes: record files, on a branch below {IntakeRequest.BranchFolder}"));
    }

    private static bool IsTheCounters(IntakePlan plan) =>
        plan.Reply.StartsWith(IntakeReply.Marker, StringComparison.Ordinal) && plan.Reply.Length <= IssueBody.MaximumLength
        && (plan.Filing is not { } filing || (
            filing.Branch.StartsWith(IntakeRequest.BranchOf(plan.Issue), StringComparison.Ordinal)
            && filing.Branch.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '/')
            && !filing.Base.StartsWith(IntakeRequest.BranchFolder, StringComparison.Ordinal)
            && filing.Files is { Count: > 0 and <= 2 * FilledWorkbook.MaximumRows }
            && filing.Files.All(file => Kinds.All.Any(kind => (kind.Area == Area.Records || kind.Name == "Amendment") && kind.MatchPath(file.Path) is not null) && Encoding.UTF8.GetByteCount(file.Text) <= Loading.YamlReader.MaximumBytes)));
}

/// <summary>A file to put on the branch.</summary>
/// <param name="Path">Where it stands, from the repository's root.</param>
/// <param name="Text">What it says.</param>
internal sealed record FiledFile(string Path, string Text);

/// <summary>Records on their way into a pull request.</summary>
/// <param name="Base">The branch to merge into.</param>
/// <param name="Branch">The branch that holds them.</param>
/// <param name="Message">The commit's message.</param>
/// <param name="Time">The commit's time: that of the issue, so that the same form is the same commit.</param>
/// <param name="Title">The pull request's title.</param>
/// <param name="Body">The pull request's text.</param>
internal sealed record IntakeFiling(string Base, string Branch, IReadOnlyList<FiledFile> Files, string Message, DateTimeOffset Time, string Title, string Body)
{
    /// <summary>The request with what an issue's form or workbook became.</summary>
    public static IntakeFiling Of(IReadOnlyList<ReceivedRecord> files, Table remarks, WorkflowEvent happened)
    {
        var (issue, submitter, time) = IntakePlan.IssueOf(happened);
        var request = new IntakeRequest(issue, submitter, files);
        return new(happened.DefaultBranch, request.Branch, files.Select(file => new FiledFile(file.Path, file.Text)).ToList(), request.CommitMessage, time, request.Title, request.Text(remarks));
    }
}
