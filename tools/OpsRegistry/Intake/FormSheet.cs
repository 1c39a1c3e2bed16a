using System.Text.RegularExpressions;
using OpsRegistry.Model;

namespace OpsRegistry.Intake;

/// <summary>How a form stands on a sheet of a workbook, for the writer that lays it out and the reader that reads it back.</summary>
internal static partial class FormSheet
{
    /// <summary>The sheet that says whose form it is; hidden.</summary>
    public const string IdentitySheet = "ops-registry";

    /// <summary>The sheet that says how the others are filled in.</summary>
    public const string GuideSheet = "说明";

    /// <summary>The sheet with the lists to pick from; hidden.</summary>
    public const string ListSheet = "选项";

    /// <summary>The sheet on which a form comes back with what became of each row.</summary>
    public const string ResultSheet = "登记结果";

    /// <summary>What stands in the identity sheet's first cell.</summary>
    public const string Identity = "ops-registry/form/v2";

    /// <summary>What stood there before rows had a column for their record's name.</summary>
    public const string FirstIdentity = "ops-registry/form/v1";

    /// <summary>The head of the column in which the name of a row's record stands, once it has one.</summary>
    public const string RecordLabel = "登记编号";

    /// <summary>What is said of that column.</summary>
    public const string RecordHint = "程序填写；新的一行留空。";

    /// <summary>What the hint of a required question begins with.</summary>
    public const string Required = "必填。";

    private const string Wanted = "本合同要求：";

    /// <summary>The row of the labels.</summary>
    public const int LabelRow = 2;

    /// <summary>The first row to be filled in; one row is one record.</summary>
    public const int FirstRow = 4;

    /// <summary>The last row that is laid out; rows below are read as well.</summary>
    public const int LastRow = 103;

    /// <summary>The sheet on which a form stands.</summary>
    public static string NameOf(IntakeForm form) => form.Kind.Title.Zh;

    /// <summary>The sheet that a name means: its own, or the one that was copied as <c>事件 (2)</c>.</summary>
    public static string Original(string name) => Copy().Replace(name.Trim(), "").Trim();

    /// <summary>The questions of a sheet: all but the kind, which is the sheet, and the contract, which is the workbook.</summary>
    public static IReadOnlyList<FormField> Questions(IntakeForm form) =>
        form.Fields.Where(field => field.Key is not (IntakeForm.KindKey or IntakeForm.ContractKey)).ToList();

    /// <summary>The questions that are columns: those of the record, then those of its parts.</summary>
    public static IReadOnlyList<FormField> Columns(IntakeForm form) => PartAnswers.Flat(Questions(form)).ToList();

    /// <summary>The choices of a column for one contract.</summary>
    public static IReadOnlyList<FormOption> Options(FormField field, string contract) =>
        field.Options.Where(option => option.Contract is null || option.Contract == contract).ToList();

    /// <summary>A choice as the list shows it.</summary>
    public static string Shown(FormOption option) => option.Words == option.Value ? option.Value : $"{option.Words}（{option.Value}）";

    /// <summary>What stands below a label.</summary>
    public static string HintOf(FormField field) => (field.IsRequired ? Required : "") + field.Hint;

    /// <summary>What stands below a label in a contract's form: the proofs that the contract asks for are named.</summary>
    public static string HintOf(FormField field, string contract) =>
        field.WantedProofs.GetValueOrDefault(contract) is { Count: > 0 } wanted ? $"{HintOf(field)}{Wanted}{string.Join('、', wanted.Select(EvidenceRole.TitleOf))}。" : HintOf(field);

    /// <summary>True for what a form had below a label, whatever proofs the contract asked for in its day.</summary>
    public static bool IsHint(FormField field, string text) => HintOf(field).Trim() is var hint && (text == hint || (field.Shape == AnswerShape.Proofs && text.StartsWith(hint + Wanted, StringComparison.Ordinal)));

    [GeneratedRegex(@" ?[(（][0-9]{1,3}[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Copy();
}
