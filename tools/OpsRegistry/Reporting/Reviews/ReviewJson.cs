using System.Text.Json;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review as JSON with stable English keys; decimals are strings, texts stand in both languages.</summary>
public static class ReviewJson
{
    /// <summary>Writes a review.</summary>
    public static void Write(TextWriter output, Review review, ReviewOrigin origin) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("base", origin.Base);
        json.WriteString("head", origin.Head);
        json.WriteString("verdict", review.Verdict switch { Verdict.Clean => "clean", Verdict.ToDecide => "toDecide", _ => "refused" });
        json.WriteStrings("contracts", review.Contracts);
        List(json, "periods", review.Periods, WritePeriod);
        List(json, "facts", review.Facts, WriteFact);
        List(json, "questions", review.Questions, WriteQuestion);
        List(json, "policy", review.Policy, JsonFindings.Write);
        List(json, "newFindings", review.Findings.New, JsonFindings.Write);
        List(json, "fixedFindings", review.Findings.Fixed, JsonFindings.Write);
        json.WriteNumber("leftFindings", review.Findings.Left);
        json.WriteStrings("notApplied", review.NotApplied);
        List(json, "uncovered", review.Uncovered.Select(problem => problem.Message), WriteTextObject);
        List(json, "resources", review.Change.Resources, WriteResource);
        json.WriteStrings("files", review.Change.Files.Select(file => VisibleText.Of(file.Path)));
        json.WriteEndObject();
    });

    private static void WritePeriod(Utf8JsonWriter json, PeriodChange period)
    {
        json.WriteStartObject();
        json.WriteString("contract", period.Contract);
        json.WriteString("period", period.Period.Id);
        WriteResult(json, "before", period.Before);
        WriteResult(json, "after", period.After);
        json.WriteString("pointsMoved", Points(period.PointsMoved));
        json.WriteString("yuanMoved", Amount(period.YuanMoved));
        json.WriteBoolean("changesBand", period.ChangesBand);
        List(json, "points", period.Points, WritePoint);
        List(json, "money", period.Money, WriteMoney);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string name, PeriodResult? result)
    {
        if (result is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("score", Points(result.Assessment.Total));
        json.WriteString("grade", result.Assessment.Band?.Id);
        WriteWordsOrNull(json, "gradeTitle", result.Assessment.Band?.Title);
        json.WriteBoolean("scored", result.Assessment.Measurement.Folder.IsScored);
        json.WriteString("amount", result.Assessment.Measurement.Folder.IsScored ? Amount(result.Settlement.Total) : null);
        json.WriteString("state", result.Assessment.State == AssessmentState.Final ? "final" : "provisional");
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, PointChange point)
    {
        json.WriteStartObject();
        json.WriteString("indicator", point.Indicator.Id);
        json.WriteString("deduction", point.Either.Id);
        json.WriteString("moved", Points(point.Moved));
        json.WriteString("before", Points(point.Before?.Points));
        json.WriteString("after", Points(point.After?.Points));
        json.WriteStrings("clauses", point.Either.Clauses);
        json.WriteWords("reason", point.Either.Reason);
        WriteCauses(json, point.Causes);
        json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, MoneyChange money)
    {
        json.WriteStartObject();
        json.WriteString("line", (money.After ?? money.Before)!.Id);
        json.WriteString("moved", Amount(money.Moved));
        json.WriteWords("reason", (money.After ?? money.Before)!.Reason);
        WriteCauses(json, money.Causes);
        json.WriteEndObject();
    }

    private static void WriteCauses(Utf8JsonWriter json, IReadOnlyList<ResourceChange> causes) => List(json, "causes", causes, (_, cause) =>
    {
        json.WriteStartObject();
        json.WriteString("path", cause.Path);
        json.WriteNumber("line", cause.Place.Line);
        json.WriteStrings("fields", cause.Fields.Select(field => VisibleText.Of(field.Field)));
        json.WriteEndObject();
    });

    private static void WriteFact(Utf8JsonWriter json, FactChange fact)
    {
        json.WriteStartObject();
        json.WriteString("contract", fact.Contract);
        json.WriteString("period", fact.Period);
        json.WriteString("name", fact.Name);
        json.WriteWords("title", fact.Title);
        json.WriteStrings("clauses", fact.Clauses);
        WriteWordsOrNull(json, "before", fact.Before is { } before ? ReviewWords.Of(before) : null);
        WriteWordsOrNull(json, "after", fact.After is { } after ? ReviewWords.Of(after) : null);
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, ReviewQuestion question)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(question.Kind.ToString()));
        json.WriteWords("words", question.Words);
        json.WriteString("path", question.Place?.Path);
        if (question.Place is { } place)
        {
            json.WriteNumber("line", place.Line);
        }

        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, ResourceChange change)
    {
        json.WriteStartObject();
        json.WriteString("path", change.Path);
        json.WriteNumber("line", change.Place.Line);
        json.WriteString("kind", change.Either.Kind.Name);
        json.WriteString("name", change.Either.Name);
        json.WriteString("contract", change.Either.Metadata.Contract);
        json.WriteString("change", ReviewWords.Of(change).En);
        List(json, "fields", change.Fields, (_, field) =>
        {
            json.WriteStartObject();
            json.WriteString("field", VisibleText.Of(field.Field));
            json.WriteNumber("line", field.Place.Line);
            json.WriteString("before", ValueOf(field.Before));
            json.WriteString("after", ValueOf(field.After));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteWordsOrNull(Utf8JsonWriter json, string name, Text? words)
    {
        if (words is { } known)
        {
            json.WriteWords(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTextObject(Utf8JsonWriter json, Text text)
    {
        json.WriteStartObject();
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static string? ValueOf(Node? node) => node is null ? null : VisibleText.Of(ReviewWords.Value(node));

    private static string? Points(decimal? points) => points is { } known ? Assessing.Points.Plain(known) : null;

    private static string? Amount(decimal? amount) => amount is { } known ? Yuan.Plain(known) : null;

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
