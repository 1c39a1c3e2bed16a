using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>A form with what was written into it.</summary>
/// <param name="Answers">The answers by the question's label; questions left open are absent.</param>
internal sealed record AnsweredForm(IntakeForm Form, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>What is told part by part; none for a record that has no parts.</summary>
    public IReadOnlyList<AnsweredPart> Parts { get; init; } = [];

    /// <summary>The record that it is said to be already; null for a new one.</summary>
    public string? RecordName { get; init; }
}

/// <summary>A form whose answers could all be read.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Values">What is to be written, by the question's key.</param>
internal sealed record Filled(IntakeForm Form, string Contract, IReadOnlyDictionary<string, object> Values);

/// <summary>Writes the record of a filled-in form as the registry's files are written by hand.</summary>
internal static class RecordDraft
{
    /// <summary>The record.</summary>
    /// <param name="day">The day on which the thing happened (Beijing time): decides the folder.</param>
    public static ReceivedRecord Write(Filled filled, string name, LocalDate day)
    {
        var kind = filled.Form.Kind;
        var path = kind.PathFor(filled.Contract, name, day);
        var spec = new YamlMapping();
        foreach (var field in filled.Form.Fields.Where(field => field.Key is not (IntakeForm.KindKey or IntakeForm.ContractKey or IntakeForm.NoteKey)))
        {
            spec.Add(field.Key, filled.Values.GetValueOrDefault(field.Key));
        }

        var file = new YamlMapping
        {
            { "apiVersion", SchemaSet.ApiVersion },
            { "kind", kind.Name },
            {
                "metadata", new YamlMapping
                {
                    { "name", name },
                    { "contract", filled.Contract },
                    { "provenance", "entered" },
                    { "note", filled.Values.GetValueOrDefault(IntakeForm.NoteKey) },
                }
            },
            { "spec", spec },
        };
        return new(kind, filled.Contract, name, path, YamlText.SchemaLine(path, SchemaSet.FileOf(kind.Name)) + YamlText.Write(file));
    }
}
