using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Intake;

/// <summary>The Intake stage: the text of an issue becomes a record that the loader and every rule accept, or complaints in the words of the form.</summary>
internal static class FormReader
{
    /// <summary>Receives an issue.</summary>
    /// <param name="body">The issue's text, which anybody may have written.</param>
    /// <param name="submitter">The forge account that sent it; null where rights are not asked for.</param>
    public static FormOutcome Receive(IntakeContext desk, string body, string? submitter)
    {
        if (body.Length > IssueBody.MaximumLength)
        {
            return Refuse(new(
                null,
                new($"内容有 {body.Length} 个字符，超过 {IssueBody.MaximumLength} 个", $"the text has {body.Length} characters, more than {IssueBody.MaximumLength}"),
                new("缩短后重新提交；长材料作为证据文件提交", "send a shorter one; long material is evidence")));
        }

        var forms = desk.Forms;
        var (kinds, _) = IssueBody.Read(body, [IntakeForm.KindLabel, .. forms.SelectMany(form => form.Fields).Select(field => field.Label)]);
        if (forms.FirstOrDefault(form => form.KindOption.Shown == kinds.GetValueOrDefault(IntakeForm.KindLabel)) is not { } form)
        {
            return Refuse(new(
                IntakeForm.KindLabel,
                new("看不出是哪一种登记", "it does not say what is filed"),
                new("用“新建议题”页上的登记表填写，不要改动“登记种类”一项", "fill in one of the forms on the page for new issues and leave 登记种类 as it is")));
        }

        var (answers, complaints) = IssueBody.Read(body, form.Fields.Select(field => field.Label).ToList());
        return complaints.Count > 0 ? new FormOutcome.Refused(complaints) : ReceiveAll(desk, [new(form, answers)], submitter)[0];
    }

    /// <summary>Receives several filled-in forms together: they are numbered one after the other and judged as if all of them stood in the registry.</summary>
    /// <param name="filled">The forms with their answers by label.</param>
    /// <param name="submitter">The forge account that sent them; null where rights are not asked for.</param>
    /// <returns>What becomes of each, in their order.</returns>
    public static IReadOnlyList<FormOutcome> ReceiveAll(IntakeContext desk, IReadOnlyList<AnsweredForm> filled, string? submitter)
    {
        var taken = desk.Source.Entries.Select(entry => entry.Path).Concat(desk.Pending).ToList();
        var drafts = new List<ReadRecord>();
        foreach (var form in filled)
        {
            var draft = DraftOf(desk, form, submitter, taken);
            drafts.Add(draft);
            taken.AddRange(draft.Record is { } record ? [record.Path] : []);
        }

        return Judge(desk, drafts);
    }

    private static ReadRecord DraftOf(IntakeContext desk, AnsweredForm filled, string? submitter, IReadOnlyList<string> taken)
    {
        var (form, answers) = (filled.Form, filled.Answers);
        var contracts = form.Field(IntakeForm.ContractKey)!;
        var (contract, complaint) = answers.TryGetValue(contracts.Label, out var chosen)
            ? Answers.Read(contracts, chosen, "")
            : (null, new FormProblem(
                contracts.Label,
                new("没有选合同", "no contract is picked"),
                new("从列表里选本记录所属的合同", "pick the contract that the record belongs to")));
        if (complaint is not null)
        {
            return new(form, null, [complaint]);
        }

        if (submitter is not null && !desk.MayFile(submitter, (string)contract!))
        {
            return new(form, null,
            [
                new(
                    contracts.Label,
                    new($"账号 {submitter} 不是合同 {contract} 的填报账号", $"account {submitter} may not file records of contract {contract}"),
                    new("换用填报账号提交，或请采购人在 ops-registry/rights.yaml 里登记这个账号", "use an account that may, or ask the purchaser to enter this one in ops-registry/rights.yaml")),
            ]);
        }

        var complaints = new List<FormProblem>();
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => field.Key is not (IntakeForm.KindKey or IntakeForm.ContractKey)))
        {
            if (!answers.TryGetValue(field.Label, out var answer))
            {
                complaints.AddRange(field.IsRequired ? [new(field.Label, new("没有填写", "not answered"), new("这一项必须填写", "an answer is needed"))] : []);
                continue;
            }

            var (value, wrong) = Answers.Read(field, answer, (string)contract!);
            complaints.AddRange(wrong is null ? [] : [wrong]);
            values[field.Key] = value!;
        }

        return complaints.Count > 0 ? new(form, null, complaints) : Named(new(form, (string)contract!, values), taken);
    }

    private static ReadRecord Named(Filled filled, IReadOnlyList<string> taken)
    {
        var day = filled.Values[filled.Form.Dated.Key] switch
        {
            OffsetDateTime time => BeijingTime.DateOf(time.ToInstant()),
            var date => (LocalDate)date,
        };
        return NextName.After(filled.Form.Kind, filled.Contract, day.Year, taken) is { } name
            ? new(filled.Form, RecordDraft.Write(filled, name, day), [])
            : new(filled.Form, null,
            [
                new(
                    null,
                    new($"{day.Year} 年的编号已经用完", $"the numbers of {day.Year} are used up"),
                    new("请联系登记库的维护人", "ask the registry's maintainer")),
            ]);
    }

    // Only the records' contracts are loaded: what a record changes, it changes there.
    private static List<FormOutcome> Judge(IntakeContext desk, IReadOnlyList<ReadRecord> drafts)
    {
        var records = drafts.Select(draft => draft.Record).OfType<ReceivedRecord>().ToList();
        var before = desk.Source.Only(records.Select(record => record.Contract).ToHashSet(StringComparer.Ordinal));
        var after = records.Aggregate(before, (source, record) => new LaidOverSource(source, new SingleFileSource(record.Path, Encoding.UTF8.GetBytes(record.Text)), [record.Path]));
        var fresh = records.Count == 0
            ? []
            : FindingDifference.Between(Checker.Check(RegistryLoader.Load(before, desk.Schemas)), Checker.Check(RegistryLoader.Load(after, desk.Schemas))).New;
        var own = records.Select(record => record.Path).ToHashSet(StringComparer.Ordinal);
        return drafts.Select(draft => ReceiptOf(draft, fresh, own)).ToList();
    }

    // A finding in a file that was there before is told of each record: any of them may be behind it.
    private static FormOutcome ReceiptOf(ReadRecord draft, IReadOnlyList<Finding> fresh, HashSet<string> own)
    {
        if (draft.Record is not { } record)
        {
            return new FormOutcome.Refused(draft.Complaints);
        }

        var file = YamlReader.Read(record.Path, Encoding.UTF8.GetBytes(record.Text));
        var said = fresh
            .Where(finding => finding.Place.Path == record.Path || !own.Contains(finding.Place.Path))
            .ToLookup(finding => finding.Rule.Severity == Severity.Error, finding => Said(finding, draft.Form, file));
        return said[true].Any() ? new FormOutcome.Refused(said[true].Distinct().ToList()) : new FormOutcome.Accepted(record, said[false].Distinct().ToList());
    }

    // The question whose answer a finding points at: the last field of the file that begins on or above its line.
    private static FormProblem Said(Finding finding, IntakeForm form, YamlFile file)
    {
        var entries = file.Root is null || finding.Place.Path != file.Path
            ? []
            : (file.Root["spec"] as MappingNode)?.Entries.Concat((file.Root["metadata"] as MappingNode)?.Entries ?? []) ?? [];
        var key = entries.Where(entry => entry.KeyPlace.Line <= finding.Place.Line).MaxBy(entry => entry.KeyPlace.Line)?.Key;
        var field = key is null ? null : form.Field(key);
        // A pattern helps nobody who fills in a form; what the form says of the field does.
        var help = finding.Rule == SchemaRules.WrongFormat && field is not null ? new Text(field.Hint, finding.Help.En) : finding.Help;
        return new(field?.Label, new($"{finding.Message.Zh}（{finding.Rule.Id}）", $"{finding.Message.En} ({finding.Rule.Id})"), help);
    }

    private static FormOutcome.Refused Refuse(FormProblem complaint) => new([complaint]);

    private sealed record ReadRecord(IntakeForm Form, ReceivedRecord? Record, IReadOnlyList<FormProblem> Complaints);
}
