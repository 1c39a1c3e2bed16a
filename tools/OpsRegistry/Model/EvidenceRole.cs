namespace OpsRegistry.Model;

/// <summary>What a file is to the record that it proves, as people say it.</summary>
internal static class EvidenceRole
{
    /// <summary>What people call a role; the role itself where no schema names it.</summary>
    public static string TitleOf(string role) => NameOf(role).Zh;

    /// <summary>The same in both languages.</summary>
    public static Text NameOf(string role) => Kinds.EvidenceRoles.TryGetValue(role, out var title) ? title : Text.Same(role);

    /// <summary>The role that a word means, in Chinese, in English or as records write it; null for a word that means none.</summary>
    public static string? Called(string word) =>
        Kinds.EvidenceRoles.FirstOrDefault(role => new[] { role.Key, role.Value.Zh, role.Value.En }.Contains(word, StringComparer.OrdinalIgnoreCase)).Key;
}
