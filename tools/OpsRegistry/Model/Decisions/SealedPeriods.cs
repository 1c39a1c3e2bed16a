namespace OpsRegistry.Model;

/// <summary>
/// What the seals of a contract have closed. A record of a sealed period, its evidence and its judgement stay as they are; the terms and the
/// master data may change for later periods, and verifying shows that the sealed result does not.
/// </summary>
/// <param name="Seals">The contract's seals, by the first day of their period.</param>
internal sealed record SealedPeriods(IReadOnlyList<Resource<Seal>> Seals)
{
    /// <summary>The seals of a contract.</summary>
    public static SealedPeriods Collect(ContractFolder folder) =>
        new(folder.Of<Seal>().OrderBy(seal => seal.Spec.From).ThenBy(seal => seal.Path, StringComparer.Ordinal).ToList());

    /// <summary>The seal that closes a day; null while the day is open.</summary>
    public Resource<Seal>? Closing(LocalDate day) => Seals.Cast<Resource<Seal>?>().FirstOrDefault(seal => seal!.Value.Spec.Holds(day));

    /// <summary>
    /// The seal that a file must not be changed under without an amendment: of a record by the day it happened, of a judgement by its period;
    /// null for a file that may change.
    /// </summary>
    public Resource<Seal>? Closing(Resource resource) => resource.Spec switch
    {
        RecordSpec record => Closing(record.OccurredOn),
        Judgement judgement => Seals.Cast<Resource<Seal>?>().FirstOrDefault(seal => seal!.Value.Spec.Period == judgement.Period),
        _ => null,
    };
}
