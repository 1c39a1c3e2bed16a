namespace OpsRegistry.Verifying;

/// <summary>The two workbooks of a period: what is signed, and what proves it (decision 67).</summary>
internal enum AssessmentVolume
{
    /// <summary>Cover, form, deductions, settlement: about four pages, printed and signed as they are.</summary>
    [Title("签署页", "signing set")]
    SigningSet,

    /// <summary>Ledgers, clocks, readings, files and digests: read on a screen.</summary>
    [Title("数据册", "data book")]
    DataBook,
}
