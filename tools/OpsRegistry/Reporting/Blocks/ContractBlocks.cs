using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>What everything about a contract begins with.</summary>
internal static class ContractBlocks
{
    /// <summary>The contract's name and title.</summary>
    public static Block.Heading Heading(ContractFolder folder) => new(new($"{folder.Name}  {folder.Terms.Title.Zh}", $"{folder.Name}  {folder.Terms.Title.En}"), folder.Name);
}
