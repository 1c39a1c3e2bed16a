namespace OpsRegistry.Reporting.Reviews;

/// <summary>What a review compares, for its heading and links.</summary>
/// <param name="Base">The base's commit id, 40 hexadecimal digits.</param>
/// <param name="Head">The head's commit id.</param>
internal sealed record ReviewOrigin(string Base, string Head)
{
    /// <summary>Where the head's files can be looked at, without a slash at its end: <c>https://…/blob/&lt;id&gt;</c>; null where nowhere is known, then paths are shown plainly.</summary>
    public string? FilesAddress { get; init; }

    /// <summary>An id as people read it.</summary>
    public static string Short(string id) => id.Length > 12 ? id[..12] : id;
}
