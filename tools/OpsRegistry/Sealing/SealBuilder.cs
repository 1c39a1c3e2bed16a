using System.Security.Cryptography;
using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Sealing;

/// <summary>Makes the seal of a period from what the straight line computed at a commit.</summary>
internal static class SealBuilder
{
    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>The seal, not signed.</summary>
    /// <param name="written">The contract as written at the commit.</param>
    public static Seal Build(GitRepository git, CommitInfo commit, ContractFolder written, PeriodResult period, string tool)
    {
        var files = SealCoverage.List(git, commit, written, period.Period.Days.End);
        var inForce = period.Assessment.Measurement.Folder.Resources;
        var seal = new Seal
        {
            Period = period.Period.Id,
            From = period.Period.Days.Start,
            To = period.Period.Days.End,
            AsOf = period.Assessment.Measurement.AsOf.WithOffset(Beijing),
            Commit = commit.Id,
            Tool = tool,
            Previous = SealedPeriods.Collect(written).Seals.Cast<Resource<Seal>?>().LastOrDefault(seal => seal!.Value.Spec.To <= period.Period.Days.Start)?.Spec.Digest,
            Files = files.Count,
            Root = MerkleTree.RootOf(files),
            Parts = PartsOf(files),
            Scorecard = DigestOf<Scorecard>(inForce, files),
            Interpretations = DigestOf<Interpretations>(inForce, files),
            Readings = period.ReadingsInForce.OrderBy(reading => reading.Key, StringComparer.Ordinal).Select(reading => new SealedReading { Key = reading.Key, Option = reading.Value }).ToList(),
            Score = period.Assessment.Total,
            Grade = period.Assessment.Band?.Id,
            Amount = period.Assessment.Scorecard is null || period.Settlement.Base is null ? null : period.Settlement.Total,
            Amounts = period.Settlement.Lines.Where(line => line.Amount is not null).Select(line => new SealedAmount { Id = line.Id, Amount = line.Amount!.Value }).ToList(),
            Deductions = period.Assessment.Deductions.Select(DeductionOf).ToList(),
            Digest = "",
        };
        return seal with { Digest = SealStatement.DigestOf(written.Name, seal) };
    }

    /// <summary>The roots of the parts that have files, in the order of the parts.</summary>
    public static IReadOnlyList<SealedPart> PartsOf(IReadOnlyList<SealedFile> files) => files
        .GroupBy(file => file.Part)
        .OrderBy(part => part.Key)
        .Select(part => new SealedPart { Id = YamlWord.Write(part.Key), Files = part.Count(), Root = MerkleTree.RootOf(part.ToList()) })
        .ToList();

    private static SealedDeduction DeductionOf(Deduction deduction) => new()
    {
        Id = deduction.Id,
        Points = deduction.Points,
        Records = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
            deduction.Records.Select(record => $"{record.Blob}  {record.Path}\n").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))))),
    };

    private static string? DigestOf<TSpec>(IEnumerable<Resource> inForce, IReadOnlyList<SealedFile> files)
        where TSpec : Spec =>
        inForce.FirstOrDefault(resource => resource.Spec is TSpec) is { } resource ? files.First(file => file.Path == resource.Path).Sha256 : null;
}
