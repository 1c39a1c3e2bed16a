namespace OpsRegistry.Intake;

/// <summary>How a form stands on a sheet of a workbook, for the writer that lays it out and the reader that reads it back.</summary>
internal static class FormSheet
{
    /// <summary>The sheet that says whose form it is; hidden.</summary>
    public const string IdentitySheet = "ops-registry";

    /// <summary>The sheet that says how the others are filled in.</summary>
    public const string GuideSheet = "说明";

    /// <summary>The sheet with the lists to pick from; hidden.</summary>
    public const string ListSheet = "选项";

    /// <summary>What stands in the identity sheet's first cell.</summary>
    public const string Identity = "ops-registry/form/v1";

    /// <summary>The row of the labels.</summary>
    public const int LabelRow = 2;

    /// <summary>The first row to be filled in; one row is one record.</summary>
    public const int FirstRow = 4;

    /// <summary>The last row to be filled in.</summary>
    public const int LastRow = 203;

    /// <summary>The sheet on which a form stands.</summary>
    public static string NameOf(IntakeForm form) => form.Kind.Title.Zh;

    /// <summary>The questions that are columns: all but the kind, which is the sheet, and the contract, which is the workbook.</summary>
    public static IReadOnlyList<FormField> Columns(IntakeForm form) =>
        form.Fields.Where(field => field.Key is not (IntakeForm.KindKey or IntakeForm.ContractKey)).ToList();

    /// <summary>The choices of a column for one contract.</summary>
    public static IReadOnlyList<FormOption> Options(FormField field, string contract) =>
        field.Options.Where(option => option.Contract is null || option.Contract == contract).ToList();

    /// <summary>A choice as the list shows it.</summary>
    public static string Shown(FormOption option) => option.Words == option.Value ? option.Value : $"{option.Words}（{option.Value}）";
}
