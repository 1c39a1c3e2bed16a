using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>What everything about a contract begins with.</summary>
internal static class ContractBlocks
{
    /// <summary>The contract's name and title.</summary>
    public static Block.Heading Heading(ContractFolder folder) => new(new($"{folder.Name}  {folder.Terms.Title.Zh}", $"{folder.Name}  {folder.Terms.Title.En}"), folder.Name);

    /// <summary>That files could not be read, so that no figure is final; nothing where all could.</summary>
    public static IEnumerable<Block> LeftOut(ContractFolder folder) => folder.Unread.Count == 0 ? [] :
    [
        new Block.Paragraph(LeftOutWords(folder.Unread.Count)) { Tone = Tone.Bad },
    ];

    /// <summary>The words for figures without some files.</summary>
    public static Text LeftOutWords(int files) => new(
        $"⚠ 未计入 {files} 个文件（读不进来，见 ./opsreg check）：以下数字不是最终结果",
        $"⚠ {files} file{(files == 1 ? "" : "s")} left out (cannot be read, see ./opsreg check): these figures are not final");
}
