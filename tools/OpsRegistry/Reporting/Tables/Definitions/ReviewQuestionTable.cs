using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.OpenQuestion>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Something that a person must decide or should know before deciding.</summary>
/// <param name="Words">What.</param>
/// <param name="Path">The file that it is about; null where there is no one place.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record OpenQuestion(Text Words, string? Path = null, int Line = 1);

/// <summary>What a change leaves to a person.</summary>
internal static class ReviewQuestionTable
{
    public static Table<OpenQuestion> For(ReviewDocument review) => new("questions", new("须决定", "To be decided"), Columns,
    [
        .. review.Questions.Select(question => new OpenQuestion(question.Words, question.Path, question.Line ?? 1)),
        .. review.NotApplied.Select(path => new OpenQuestion(new("与记录一同提交，判断时未采用；请另行提交", "comes with records and was not used to judge them: submit it by itself"), path)),
        .. review.Uncovered.Select(words => new OpenQuestion(words)),
    ])
    {
        ReadsAsList = true,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("question", new("事项", "what"), question => question.Words),
        new("place", new("位置", "place"), ValueKind.Record, question => question.Path is { } path ? Value.FileAt(path, question.Line) : Value.None),
    ];
}
