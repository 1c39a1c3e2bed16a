using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>The records that are there or were just filled in, by what they say, so that nothing is filed twice.</summary>
internal sealed class FiledRecords(IntakeContext desk)
{
    private readonly Dictionary<(string Kind, string Contract), Dictionary<string, Resource>> byContent = [];
    private readonly HashSet<(string Kind, string Contract, string Content)> added = [];
    private readonly HashSet<(string Kind, string Contract, string Name)> claimed = [];

    /// <summary>The record that says the same, its name and what forms do not ask aside; null where none does.</summary>
    public Resource? Same(Filled filled)
    {
        var key = (filled.Form.Kind.Name, filled.Contract);
        if (!byContent.TryGetValue(key, out var known))
        {
            byContent[key] = known = [];
            foreach (var record in RecordsOf(filled.Form.Kind, filled.Contract))
            {
                known.TryAdd(ContentOf(filled.Form, record), record);
            }
        }

        return known.GetValueOrDefault(ContentOf(filled));
    }

    /// <summary>Remembers a row; false where a row said the same before.</summary>
    public bool Add(Filled filled) => added.Add((filled.Form.Kind.Name, filled.Contract, ContentOf(filled)));

    /// <summary>The record that a row names, which it alone may.</summary>
    public (Resource? Record, FormProblem? Complaint) Claim(IntakeForm form, string contract, string name)
    {
        var record = RecordsOf(form.Kind, contract).FirstOrDefault(record => record.Name == name);
        return record is null ? (null, new(
                FormSheet.RecordLabel,
                new($"没有叫“{name}”的{form.Kind.Title.Zh}", $"there is no {form.Kind.Title.En} '{name}'"),
                new("新的一行，这一格留空；改已有的记录，用 ./opsreg form --with-records 导出", "leave it empty for a new row; to change records export them with ./opsreg form --with-records")))
            : claimed.Add((form.Kind.Name, contract, name)) ? (record, null)
            : (null, new(
                FormSheet.RecordLabel,
                new($"“{name}”在本文件里有两行", $"two rows of this file are '{name}'"),
                new("拷贝出来的新一行，把这一格清空", "clear it in the row that was copied to make a new one")));
    }

    private IEnumerable<Resource> RecordsOf(Kind kind, string contract) => desk.Registry.Resources.Where(resource => resource.Kind == kind && resource.Metadata.Contract == contract);

    private static string ContentOf(Filled filled) =>
        string.Concat(FormSheet.Questions(filled.Form).Select(field => Part(field, RecordAnswers.Canonical(field, filled.Form.Kind, filled.Values.GetValueOrDefault(field.Key)))));

    private static string ContentOf(IntakeForm form, Resource record)
    {
        var answers = RecordAnswers.Read(form, record);
        return string.Concat(FormSheet.Questions(form).Select(field => Part(field, field.Shape == AnswerShape.Parts
            ? RecordAnswers.Canonical(field, form.Kind, PartAnswers.Read(field, RecordAnswers.Parts(form, record), record.Metadata.Contract!).Parts)
            : answers.TryGetValue(field.Label, out var answer)
            ? Answers.Read(field, answer, record.Metadata.Contract!) is ({ } value, null) ? RecordAnswers.Canonical(field, form.Kind, value) : answer
            : "")));
    }

    private static string Part(FormField field, string canonical) => canonical.Length == 0 ? "" : $"{field.Key}\n{canonical}";
}
