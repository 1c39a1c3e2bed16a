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
        FormOutcome? refused = null;
        return StageGuard.Run(() => ReceiveUnguarded(desk, body, submitter), failure => refused = Refuse(FormProblem.OfTool(failure))) ?? refused!;
    }

    /// <summary>The same, but a fault of the tool shows as itself, for those who look for one.</summary>
    internal static FormOutcome ReceiveUnguarded(IntakeContext desk, string body, string? submitter)
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

    /// <summary>
    /// Receives several filled-in forms together: they are numbered one after the other and judged as if all of them stood in the registry. One that says what a
    /// record says already is that record; one that names a record changes it.
    /// </summary>
    /// <param name="filled">The forms with their answers by label.</param>
    /// <param name="submitter">The forge account that sent them; null where rights are not asked for.</param>
    /// <returns>What becomes of each, in their order.</returns>
    public static IReadOnlyList<FormOutcome> ReceiveAll(IntakeContext desk, IReadOnlyList<AnsweredForm> filled, string? submitter)
    {
        var taken = desk.Source.Entries.Select(entry => entry.Path).Concat(desk.Pending).ToList();
        var known = new FiledRecords(desk);
        var drafts = new List<FormOutcome>();
        foreach (var form in filled)
        {
            var draft = DraftOf(desk, form, submitter, known, taken);
            drafts.Add(draft);
            taken.AddRange(draft.Files.Select(file => file.Path));
        }

        return Judge(desk, filled, drafts);
    }

    private static FormOutcome DraftOf(IntakeContext desk, AnsweredForm answered, string? submitter, FiledRecords known, IReadOnlyList<string> taken)
    {
        var form = answered.Form;
        var (contract, complaint) = ContractOf(desk, answered, submitter);
        if (complaint is not null)
        {
            return Refuse(complaint);
        }

        if (answered.RecordName is { } named)
        {
            return known.Claim(form, contract, named) is var (record, wrong) && wrong is not null ? Refuse(wrong) : RecordChange.Draft(desk, answered, record!, taken);
        }

        var complaints = new List<FormProblem>();
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in FormSheet.Questions(form))
        {
            if (field.Shape == AnswerShape.Parts)
            {
                var (parts, mistakes) = PartAnswers.Read(field, answered.Parts, contract);
                complaints.AddRange(parts.Count == 0 && field.IsRequired ? [PartAnswers.NotAnswered(field)] : mistakes);
                values[field.Key] = parts;
                continue;
            }

            if (!answered.Answers.TryGetValue(field.Label, out var answer))
            {
                complaints.AddRange(field.IsRequired ? [NotAnswered(field)] : []);
                continue;
            }

            var (value, wrong) = Answers.Read(field, answer, contract);
            complaints.AddRange(wrong is null ? [] : [wrong]);
            values[field.Key] = value!;
        }

        if (complaints.Count > 0)
        {
            return new FormOutcome.Refused(complaints);
        }

        var read = new Filled(form, contract, values);
        return known.Same(read) is { } same ? new FormOutcome.AlreadyFiled(same.Name, same.Path)
            : known.Add(read) ? Named(read, taken)
            : Refuse(new(null, new("与本文件里前面的一行完全相同", "it is the same as a row above in this file"), new("删去重复的一行；确是两件事，就写出它们的区别", "delete the copy; where they are two things, write what tells them apart")));
    }

    /// <summary>What is said where a required question is left open.</summary>
    public static FormProblem NotAnswered(FormField field) => new(field.Label, new("没有填写", "not answered"), new("这一项必须填写", "an answer is needed"));

    private static (string Contract, FormProblem? Complaint) ContractOf(IntakeContext desk, AnsweredForm answered, string? submitter)
    {
        var contracts = answered.Form.Field(IntakeForm.ContractKey)!;
        var (chosen, complaint) = answered.Answers.TryGetValue(contracts.Label, out var answer)
            ? Answers.Read(contracts, answer, "")
            : (null, new FormProblem(contracts.Label, new("没有选合同", "no contract is picked"), new("从列表里选本记录所属的合同", "pick the contract that the record belongs to")));
        var contract = chosen as string ?? "";
        return complaint is null && submitter is not null && !desk.MayFile(submitter, contract)
            ? (contract, new(
                contracts.Label,
                new($"账号 {submitter} 不是合同 {contract} 的填报账号", $"account {submitter} may not file records of contract {contract}"),
                new("换用填报账号提交，或请采购人在 ops-registry/rights.yaml 里登记这个账号", "use an account that may, or ask the purchaser to enter this one in ops-registry/rights.yaml")))
            : (contract, complaint);
    }

    private static FormOutcome Named(Filled filled, IReadOnlyList<string> taken)
    {
        if (DayOf(filled) is not { } day)
        {
            return Refuse(NotAnswered(filled.Form.Dated.First()));
        }

        return NextName.After(filled.Form.Kind, filled.Contract, day.Year, taken) is { } name
            ? new FormOutcome.Accepted(RecordDraft.Write(filled, name, day), [])
            : Refuse(new(
                null,
                new($"{day.Year} 年的编号已经用完", $"the numbers of {day.Year} are used up"),
                new("请联系登记库的维护人", "ask the registry's maintainer")));
    }

    /// <summary>The day that decides a record's year and month: the first that is filled in of those that the kind names.</summary>
    private static LocalDate? DayOf(Filled filled) =>
        filled.Form.Dated.Select(field => filled.Values.GetValueOrDefault(field.Key)).FirstOrDefault(value => value is not null) switch
        {
            OffsetDateTime time => BeijingTime.DateOf(time.ToInstant()),
            LocalDate date => date,
            _ => null,
        };

    // Only the records' contracts are loaded: what a record changes, it changes there.
    private static List<FormOutcome> Judge(IntakeContext desk, IReadOnlyList<AnsweredForm> filled, List<FormOutcome> drafts)
    {
        var files = drafts.SelectMany(draft => draft.Files).ToList();
        if (files.Count == 0)
        {
            return drafts;
        }

        var before = desk.Source.Only(files.Select(file => file.Contract).ToHashSet(StringComparer.Ordinal));
        var after = files.Aggregate(before, (source, file) => new LaidOverSource(source, new SingleFileSource(file.Path, Encoding.UTF8.GetBytes(file.Text)), [file.Path]));
        var handed = new EditedSource(after, desk.Proofs?.Taken ?? new Dictionary<string, byte[]?>());
        var fresh = FindingDifference.Between(SlicedChecker.Check(before, desk.Schemas, desk.Cache).Findings, SlicedChecker.Check(handed, desk.Schemas, desk.Cache).Findings).New;
        var own = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return drafts.Zip(filled, (draft, form) => Judged(draft, form, fresh, own)).ToList();
    }

    // A finding in a file that was there before is told of each record: any of them may be behind it.
    private static FormOutcome Judged(FormOutcome draft, AnsweredForm form, IReadOnlyList<Finding> fresh, HashSet<string> own)
    {
        if (draft.Files is not [var record, ..] files)
        {
            return draft;
        }

        var file = YamlReader.Read(record.Path, Encoding.UTF8.GetBytes(record.Text));
        var said = fresh
            .Where(finding => files.Any(one => one.Path == finding.Place.Path) || !own.Contains(finding.Place.Path))
            .Select(finding => (Finding: finding, Said: Said(finding, form, file)))
            .DistinctBy(one => (one.Finding.Identity, one.Said.Label, one.Said.Row))
            .ToLookup(one => one.Finding.Rule.Severity == Severity.Error, one => one.Said);
        return said[true].Any() ? new FormOutcome.Refused(said[true].ToList()) : draft switch
        {
            FormOutcome.Accepted accepted => accepted with { Remarks = said[false].ToList() },
            FormOutcome.Changed changed => changed with { Remarks = said[false].ToList() },
            FormOutcome.AlreadyFiled or FormOutcome.Refused => draft,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // The question whose answer a finding points at, and of several rows the one.
    private static FormProblem Said(Finding finding, AnsweredForm answered, YamlFile file)
    {
        var way = file.Root is null || finding.Place.Path != file.Path ? [] : FieldPlaces.Find(file.Root, finding.Place).Split('/');
        var field = way.Length > 1 ? answered.Form.Field(way[1]) : null;
        var (asked, row) = field is { Shape: AnswerShape.Parts } ? PartAnswers.Find(field, answered.Parts, way.AsSpan(2)) : (field, 0);
        // A pattern helps nobody who fills in a form; what the form says of the field does.
        var help = finding.Rule == SchemaRules.WrongFormat && asked is { Hint.Length: > 0 } ? new Text(asked.Hint, finding.Help.En) : finding.Help;
        return new(asked?.Label, new($"{finding.Message.Zh}（{finding.Rule.Id}）", $"{finding.Message.En} ({finding.Rule.Id})"), help) { Row = row == 0 ? null : row };
    }

    internal static FormOutcome.Refused Refuse(FormProblem complaint) => new([complaint]);
}
