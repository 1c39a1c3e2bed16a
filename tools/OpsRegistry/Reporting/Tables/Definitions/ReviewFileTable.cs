using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.ChangedFile>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A changed file, or one field of it that differs.</summary>
/// <param name="Path">The file.</param>
/// <param name="Resource">What it holds; null for what is no resource.</param>
/// <param name="Field">The field; null where none is told.</param>
internal sealed record ChangedFile(string Path, ReviewedResource? Resource = null, ReviewedField? Field = null);

/// <summary>The files of a change, each with the fields that differ.</summary>
internal static class ReviewFileTable
{
    public static Table<ChangedFile> For(ReviewDocument review)
    {
        var resources = review.Resources.Select(resource => resource.Path).ToHashSet(StringComparer.Ordinal);
        return new("files", new("文件", "Files"), Columns,
        [
            .. review.Resources.SelectMany(resource => resource.Fields.Count == 0 ? [new ChangedFile(resource.Path, resource)] : resource.Fields.Select(field => new ChangedFile(resource.Path, resource, field))),
            .. review.Files.Where(path => !resources.Contains(path)).Select(path => new ChangedFile(path)),
        ])
        {
            ReadsAsList = true,
            Group = file => file.Path,
        };
    }

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Label("change", new("变化", "change"), file => file.Resource?.Change.Title() ?? Text.Same("")) with { IsOfGroup = true },
        Column.Label("kind", new("种类", "kind"), file => file.Resource is { } resource ? ReviewWords.KindOf(resource) : Text.Same("")) with { IsOfGroup = true },
        new("file", new("文件", "file"), ValueKind.Record, file => new Value.Record(file.Path, file.Path, file.Resource?.Line ?? 1)) { IsOfGroup = true },
        Column.Label("field", new("字段", "field"), file => Text.Same(file.Field?.Field ?? "")),
        new("values", new("内容", "content"), ValueKind.Words, file => file.Field is { } field ? Value.Change.Of(Said(field.Before), Said(field.After)) : Value.None),
    ];

    private static Text? Said(string? value) => value is null ? null : Text.Same(value);
}
