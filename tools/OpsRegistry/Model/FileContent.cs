using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>What decides everything that loading finds in a file, beside its path.</summary>
internal static class FileContent
{
    /// <summary>The content of a file of which only the path is judged.</summary>
    internal const string NotLookedAt = "not looked at";

    /// <summary>The content of an entry as loading would see it: the blob id; why it is not read; null where it cannot be read, so that the next try may find something else.</summary>
    public static string? Identify(IRegistrySource source, SourceEntry entry)
    {
        var isEvidence = FileLoader.EvidencePath().IsMatch(entry.Path);
        var isTemplate = !isEvidence && TemplateFiles.IsAt(entry.Path);
        var isDocument = !isEvidence && SourceText.IsAt(entry.Path);
        if (!isEvidence && !isTemplate && !isDocument && !entry.Path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return NotLookedAt;
        }

        if (entry.Kind != SourceEntryKind.File)
        {
            return Unread(source, entry);
        }

        var limit = isEvidence ? RegistryLoader.MaximumEvidenceBytes : isTemplate ? TemplateFiles.MaximumBytes : isDocument ? SourceText.MaximumBytes : YamlReader.MaximumBytes;
        return source.SizeOf(entry) > limit ? Unread(source, entry)
            : entry.Blob is { } listed ? listed
            : source.Read(entry) is { } bytes && bytes.Length <= limit ? BlobId.Compute(bytes)
            : null;
    }

    /// <summary>Why an entry is not read.</summary>
    internal static string Unread(IRegistrySource source, SourceEntry entry) => entry.Kind == SourceEntryKind.File ? $"size {source.SizeOf(entry)}" : entry.Kind.ToString();
}
