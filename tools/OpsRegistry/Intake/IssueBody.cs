namespace OpsRegistry.Intake;

/// <summary>
/// The text of an issue that a form made: a heading of the third level for each question, its answer below it. Whatever people type into an answer
/// stands there as they typed it, headings and fences too; a question's own heading may stand there once only, or nobody knows which answer was meant.
/// </summary>
internal static class IssueBody
{
    /// <summary>The longest text that a forge lets into an issue, in characters.</summary>
    public const int MaximumLength = 65_536;

    private const string Heading = "### ";
    private const string NoAnswer = "_No response_";

    /// <summary>True for the text of an issue that a form made, whatever has become of it since.</summary>
    public static bool IsForm(string body) =>
        body.ReplaceLineEndings("\n").Split('\n').Any(line => line.StartsWith(Heading, StringComparison.Ordinal) && line[Heading.Length..].Trim() == IntakeForm.KindLabel);

    /// <summary>The answers by label; questions left open are absent.</summary>
    public static (IReadOnlyDictionary<string, string> Answers, IReadOnlyList<FormProblem> Complaints) Read(string body, IReadOnlyCollection<string> labels)
    {
        var complaints = new List<FormProblem>();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, answer) in Sections(body, labels))
        {
            if (!answers.TryAdd(label, answer))
            {
                complaints.Add(new(
                    label,
                    new("这一标题出现了两次，无法知道以哪一个为准", "this heading stands there twice, so nobody knows which answer is meant"),
                    new("不要在回答里写以 ### 开头、与表单标题相同的行", "write no line into an answer that begins with ### and equals a heading of the form")));
            }
        }

        return (answers.Where(pair => pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal), complaints);
    }

    private static IEnumerable<(string Label, string Answer)> Sections(string body, IReadOnlyCollection<string> labels)
    {
        var label = default(string);
        var lines = new List<string>();
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            var heading = line.StartsWith(Heading, StringComparison.Ordinal) ? line[Heading.Length..].Trim() : null;
            if (heading is null || !labels.Contains(heading))
            {
                lines.Add(line);
                continue;
            }

            if (label is not null)
            {
                yield return (label, Answer(lines));
            }

            label = heading;
            lines.Clear();
        }

        if (label is not null)
        {
            yield return (label, Answer(lines));
        }
    }

    private static string Answer(List<string> lines)
    {
        var answer = string.Join('\n', lines.Select(line => line.TrimEnd())).Trim();
        return answer == NoAnswer ? "" : answer;
    }
}
