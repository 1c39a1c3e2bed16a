namespace OpsRegistry.Samples.Writing;

/// <summary>The name that another record gets once all are numbered.</summary>
/// <param name="Key">The other record's key in the story.</param>
internal sealed record Reference(string Key);
