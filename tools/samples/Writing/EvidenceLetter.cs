using System.Text;

namespace OpsRegistry.Samples.Writing;

/// <summary>The text of an evidence file. Every one says that it is illustrative and names its record, so no two are alike.</summary>
/// <param name="Role">What it is to the record: <c>report</c>, <c>material</c> ….</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">Its body.</param>
internal sealed record EvidenceLetter(string Role, string Title, IReadOnlyList<string> Lines)
{
    /// <summary>The file's text.</summary>
    /// <param name="record">The record that it proves.</param>
    /// <param name="project">The project's name, in a line of its own.</param>
    public string TextFor(string record, string project)
    {
        var text = new StringBuilder();
        text.Append(Title).Append("（示例）\n");
        text.Append("说明：本文件为演示登记库而编写，不是真实材料，不涉及真实人员和系统地址。\n");
        text.Append("对应记录：").Append(record).Append('\n');
        text.Append("项目：").Append(project).Append("\n\n");
        foreach (var line in Lines)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
