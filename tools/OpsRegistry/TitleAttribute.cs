namespace OpsRegistry;

/// <summary>What people call a member of an enumeration; the compiler makes <c>Title()</c> of it, which every output reads.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class TitleAttribute(string zh, string en) : Attribute
{
    /// <summary>In Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>In English.</summary>
    public string En { get; } = en;
}
