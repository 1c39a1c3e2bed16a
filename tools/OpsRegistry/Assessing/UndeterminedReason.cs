namespace OpsRegistry.Assessing;

/// <summary>Why a score cannot be known yet.</summary>
internal enum UndeterminedReason
{
    /// <summary>Nobody has given the points that only a person can give, or they lie outside the range.</summary>
    [Title("尚未评分", "not judged yet")]
    NotJudged,

    /// <summary>The figure that decides was never measured.</summary>
    [Title("没有可计量的事件，须由考核人评分", "nothing was measured; a person must judge")]
    NothingMeasured,

    /// <summary>The contract is incomplete: a file that the score rests on was left out.</summary>
    [Title("评分所依据的文件无法读取", "a file that the score rests on could not be read")]
    FileUnread,
}
