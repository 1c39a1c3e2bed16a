using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Reviewing.Policies;
using OpsRegistry.Time;

namespace OpsRegistry.Intake;

/// <summary>A row that names a record and says something else: the record's file with those lines changed, and where the parties merged them before, the draft of an amendment.</summary>
internal static class RecordChange
{
    /// <summary>What stands as the reason until somebody writes one.</summary>
    private const string ReasonToCome = "按登记表更正；请写明理由。";

    /// <summary>Drafts the change.</summary>
    /// <param name="answered">The row. What it says in the words that the record would be exported in is unchanged, whatever the record says besides.</param>
    public static FormOutcome Draft(IntakeContext desk, AnsweredForm answered, Resource record, IReadOnlyList<string> taken)
    {
        var (form, contract) = (answered.Form, record.Metadata.Contract!);
        var old = RecordAnswers.Read(form, record);
        var complaints = new List<FormProblem>();
        var changes = new List<(FormField Field, object? Value)>();
        foreach (var field in FormSheet.Questions(form))
        {
            if (field.Shape == AnswerShape.Parts)
            {
                var (parts, mistakes) = PartAnswers.Read(field, answered.Parts, contract);
                var kept = PartAnswers.Read(field, RecordAnswers.Parts(form, record), contract).Parts;
                complaints.AddRange(parts.Count == 0 && field.IsRequired ? [PartAnswers.NotAnswered(field)] : mistakes);
                changes.AddRange(RecordAnswers.Canonical(field, form.Kind, parts) == RecordAnswers.Canonical(field, form.Kind, kept) ? [] : [(field, parts)]);
                continue;
            }

            var (before, after) = (old.GetValueOrDefault(field.Label, ""), answered.Answers.GetValueOrDefault(field.Label, ""));
            if (before == after.Trim())
            {
                continue;
            }

            var (value, wrong) = after.Length > 0 ? Answers.Read(field, after, contract) : (null, field.IsRequired ? FormReader.NotAnswered(field) : null);
            var same = before.Length > 0 && Answers.Read(field, before, contract) is ({ } said, null) ? RecordAnswers.Canonical(field, form.Kind, said) : before;
            if (wrong is not null)
            {
                complaints.Add(wrong);
            }
            else if (RecordAnswers.Canonical(field, form.Kind, value) != same)
            {
                changes.Add((field, value));
            }
        }

        return complaints.Count > 0 ? new FormOutcome.Refused(complaints)
            : changes.Count == 0 ? new FormOutcome.AlreadyFiled(record.Name, record.Path)
            : Changed(desk, form, record, changes, taken);
    }

    private static FormOutcome Changed(IntakeContext desk, IntakeForm form, Resource record, List<(FormField Field, object? Value)> changes, IReadOnlyList<string> taken)
    {
        var text = Encoding.UTF8.GetString(desk.Source.Read(desk.Source.Entries.First(entry => entry.Path == record.Path)) ?? []);
        if (YamlEdit.Open(text) is not { } edit)
        {
            return FormReader.Refuse(new(FormSheet.RecordLabel, new($"{record.Path} 读不了", $"{record.Path} cannot be read"), new("先改正那个文件", "mend that file first")));
        }

        foreach (var (field, value) in changes)
        {
            edit.Set(RecordAnswers.PathOf(field.Key), value, field.Key == IntakeForm.NoteKey ? ["name", "contract", "provenance", "note"] : form.Kind.Fields.Select(one => one.Key).ToList());
        }

        var changed = new ReceivedRecord(form.Kind, record.Metadata.Contract!, record.Name, record.Path, edit.Text);
        var after = YamlReader.Read(record.Path, Encoding.UTF8.GetBytes(edit.Text)).Root;
        var kept = after is not null && desk.IsMerged(record.Path)
            ? NodeComparison.Compare(record.Root, after).Where(change => FieldProtection.IsProtected(form.Kind, change)).ToList()
            : [];
        return new FormOutcome.Changed(changed, kept.Count > 0 ? Amendment(desk, record, kept, taken) : null, changes.Select(change => change.Field.Label).ToList(), []);
    }

    private static ReceivedRecord? Amendment(IntakeContext desk, Resource record, IReadOnlyList<FieldChange> changes, IReadOnlyList<string> taken)
    {
        var kind = Kinds.Named("Amendment")!;
        var contract = record.Metadata.Contract!;
        var year = desk.Year ?? (record.Spec as RecordSpec)?.OccurredOn.Year ?? 0;
        if (NextName.After(kind, contract, year, taken) is not { } name)
        {
            return null;
        }

        var path = kind.PathPattern.Replace("{contract}", contract, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);
        var file = new YamlMapping
        {
            { "apiVersion", SchemaSet.ApiVersion },
            { "kind", kind.Name },
            { "metadata", new YamlMapping { { "name", name }, { "contract", contract }, { "provenance", "entered" } } },
            {
                "spec", new YamlMapping
                {
                    { "record", record.Name },
                    {
                        "changes", changes.Select(change => new YamlMapping
                        {
                            { "field", change.Field },
                            { "before", change.Before is null ? null : ValueOf(change.Before) },
                            { "after", change.After is null ? null : ValueOf(change.After) },
                        }).ToList()
                    },
                    { "reason", ReasonToCome },
                }
            },
        };
        return new(kind, contract, name, path, YamlText.SchemaLine(path, SchemaSet.FileOf(kind.Name)) + YamlText.Write(file));
    }

    private static object ValueOf(Node node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } text => text.Text,
        ScalarNode scalar => new YamlPlain(scalar.Text.Length == 0 ? "null" : scalar.Text),
        SequenceNode list when list.Items.All(item => item is MappingNode) => list.Items.Select(ValueOf).Cast<YamlMapping>().ToList(),
        SequenceNode list => list.Items.Select(item => (item as ScalarNode)?.Text ?? "").ToList(),
        MappingNode mapping => mapping.Entries.Aggregate(new YamlMapping(), (made, entry) =>
        {
            made.Add(entry.Key, ValueOf(entry.Value));
            return made;
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
