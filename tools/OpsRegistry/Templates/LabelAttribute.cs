namespace OpsRegistry.Templates;

/// <summary>What a placeholder stands for, as an office says it: shown in the list of placeholders and beside the name that was probably meant.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LabelAttribute(string words) : Attribute
{
    /// <summary>The words, in Chinese as the documents are.</summary>
    public string Words { get; } = words;
}
