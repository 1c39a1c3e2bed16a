using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Exports.ExportColumn<OpsRegistry.Model.Resource>;

namespace OpsRegistry.Reporting.Exports;

/// <summary>One table for each kind of file: what every file has, then the fields of its schema, then the whole of what was written.</summary>
internal static class FileExports
{
    private static readonly ExportColumns<Resource> Make = new();

    private static IReadOnlyList<Column> OfRecords { get; } =
    [
        Make.Day("occurred_on", new("发生日", "day it happened"), file => (file.Spec as RecordSpec)?.OccurredOn),
        Make.Day("began_on", new("开始日", "day it began"), file => (file.Spec as RecordSpec)?.BeganOn),
        Make.Day("ended_on", new("结束日", "day it was over"), file => (file.Spec as RecordSpec)?.EndedOn),
        Make.List("services", new("服务项", "services"), file => (file.Spec as RecordSpec)?.Services.Select(service => service.Value) ?? []),
    ];

    /// <summary>The folder and view of records, and of all other files.</summary>
    public const string Records = "records", Files = "files";

    /// <summary>The tables, in the order of the kinds.</summary>
    public static IReadOnlyList<ExportTable<Resource>> All { get; } = Tables();

    /// <summary>A registry's files, contract by contract and kind by kind.</summary>
    public static IEnumerable<ExportPart> PartsOf(Registry registry) => PartsOf(registry.Resources);

    /// <summary>Some files of a registry, contract by contract and kind by kind.</summary>
    public static IEnumerable<ExportPart> PartsOf(IEnumerable<Resource> resources)
    {
        var tables = All.ToDictionary(table => table.Kind!, StringComparer.Ordinal);
        return
            from resource in resources
            group resource by (resource.Metadata.Contract, Kind: resource.Kind.KebabName) into files
            orderby files.Key.Contract, files.Key.Kind
            select tables[files.Key.Kind].Part(files.Key.Contract, files);
    }

    /// <summary>The columns that the tables of a folder share.</summary>
    public static IReadOnlyList<ExportColumn> Shared(string folder) => Common(folder == Records);

    /// <summary>
    /// Within a folder a name has one type, so that all of it can be read as one table: where kinds differ, the first keeps the name, and the others' begins with
    /// the kind's, e.g. <c>handover_from</c>.
    /// </summary>
    private static List<ExportTable<Resource>> Tables()
    {
        var types = new Dictionary<(string Folder, string Name), ExportType>();
        var tables = new List<ExportTable<Resource>>();
        foreach (var kind in Kinds.All)
        {
            var (name, isRecord) = (SnakeOf(kind.Name), typeof(RecordSpec).IsAssignableFrom(kind.SpecType));
            var (folder, common) = (isRecord ? Records : Files, Common(isRecord));
            var taken = common.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
            var own = from field in kind.Fields
                      where !isRecord || field.Key != "services"
                      from column in ColumnsOf(kind, field)
                      let type = column.Type == ExportType.Json ? ExportType.Text : column.Type
                      select taken.Contains(column.Name) || !(types.TryAdd((folder, column.Name), type) || types[(folder, column.Name)] == type) ? column with { Name = $"{name}_{column.Name}" } : column;
            tables.Add(new(name, kind.Title, folder, [.. common, .. own]) { Kind = kind.KebabName });
        }

        return tables;
    }

    private static IReadOnlyList<Column> Common(bool isRecord) =>
    [
        Make.Text("name", new("名称", "name"), file => file.Name),
        Make.Text("path", new("文件", "path from the repository's root"), file => file.Path),
        Make.Text("blob", new("内容编号", "git blob id of the bytes"), file => file.Blob),
        Make.Text("provenance", new("来源", "provenance"), file => YamlWord.Write(file.Metadata.Provenance)),
        Make.Text("note", new("说明", "note"), file => file.Metadata.Note),
        .. isRecord ? OfRecords : [],
        new Column("spec", new("全部内容", "all that stands under spec"), ExportType.Json, file => ExportJson.Tree(file.Spec.Node)),
    ];

    private static IReadOnlyList<Column> ColumnsOf(Kind kind, SpecField field)
    {
        var name = SnakeOf(field.Key);
        object? Value(Resource file) => field.ValueOf(file.Spec);
        Column As(ExportType type, Func<Resource, object?> value) => new(name, field.Title, type, value);
        return field.Type switch
        {
            var type when type == typeof(bool) => [As(ExportType.Truth, Value)],
            var type when type == typeof(int) => [As(ExportType.Whole, file => Value(file) is int number ? (long)number : null)],
            var type when type == typeof(decimal) => [As(ExportType.Number, Value)],
            var type when type == typeof(LocalDate) => [As(ExportType.Day, Value)],
            var type when type == typeof(OffsetDateTime) => [As(ExportType.Moment, file => Value(file) is OffsetDateTime time ? time.ToInstant() : null)],
            var type when type == typeof(Stated<LocalDate>) => [As(ExportType.Day, file => (Value(file) as Stated<LocalDate>)?.Value)],
            var type when type == typeof(Stated<decimal>) => [As(ExportType.Number, file => (Value(file) as Stated<decimal>)?.Value)],
            var type when type == typeof(Text) => Make.Both(name, field.Title, file => Value(file) as Text?),
            var type when type == typeof(string) && field.Titles.Count > 0 =>
                Make.Word(name, field.Title, file => Value(file) as string, file => Value(file) is string word ? kind.TitleOf(field.Key, word) : null),
            var type when type == typeof(string) => [As(ExportType.Text, Value)],
            { IsEnum: true } => [As(ExportType.Text, file => Value(file) is Enum member ? YamlWord.Write(member) : null)],
            _ => [As(ExportType.Json, file => file.Spec.Node[field.Key] is { } node ? ExportJson.Tree(node) : null)],
        };
    }

    /// <summary>A name in camel or Pascal case as SQL writes it: <c>reportedAt</c> is <c>reported_at</c>.</summary>
    private static string SnakeOf(string name) => string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
