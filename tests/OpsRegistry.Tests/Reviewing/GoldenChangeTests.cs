using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Rules;
using OpsRegistry.Tests.StraightLine;
using Xunit;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>
/// Changes of the small registry of tests/cases/base, at both sides of each limit that a rule of change knows: all that is said of them, by every rule, in all its words. Where nothing is said,
/// that is accepted too.
/// </summary>
public sealed class GoldenChangeTests
{
    public static TheoryData<string> Names => [.. ChangeSteps.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void All_that_is_said_of_a_change_is_as_accepted(string name)
    {
        var found = PolicyCatalog.Check(Change(ChangeSteps.All[name]));
        var everywhere = found.Select(finding => PolicyCatalog.All.Single(rule => rule.Id == finding.Rule.Id)).Where(rule => rule.HoldsEverywhere).Select(rule => $"{rule.Info.Name} holds for every step of a branch\n").Distinct();
        Golden.Matches($"expected/changes/{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)}.txt", InFull.Of(found) + string.Concat(everywhere));
    }

    private static RegistryChange Change(ChangeStep step)
    {
        var given = Laid(ChangeEdits.Base, step.Given);
        var (after, basis) = (Laid(given, step.Edits), Laid(given, step.Meanwhile));
        var modes = step.Edits.DistinctBy(edit => edit.Path, StringComparer.Ordinal).ToDictionary(edit => edit.Path, edit => edit.Mode, StringComparer.Ordinal);
        var files = given.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(path => new FileChange(path, StateOf(given, path, FileMode.Plain), StateOf(after, path, modes.GetValueOrDefault(path, FileMode.Plain)))).Where(file => file.Before != file.After).ToList();
        var loaded = RegistryLoader.Load(InMemory.SourceOf(basis), CaseFolders.Schemas);
        return new(loaded, RegistryLoader.Load(new LaidOverSource(InMemory.SourceOf(basis), InMemory.SourceOf(after), files.Select(file => file.Path)), CaseFolders.Schemas), files)
        {
            Actor = step.Actor,
            ApprovedBy = step.ApprovedBy,
            CameIn = _ => step.CameIn is { } came ? At(came) : null,
            MergedAt = At(step.MergedAt),
        };
    }

    private static SortedDictionary<string, string> Laid(IReadOnlyDictionary<string, string> files, IEnumerable<Edit> edits)
    {
        var laid = new SortedDictionary<string, string>(files.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            if (edit.New is null)
            {
                laid.Remove(edit.Path);
            }
            else if (edit.Old is null)
            {
                laid[edit.Path] = edit.New;
            }
            else
            {
                Assert.Contains(edit.Old, laid[edit.Path], StringComparison.Ordinal);
                laid[edit.Path] = laid[edit.Path].Replace(edit.Old, edit.New, StringComparison.Ordinal);
            }
        }

        return laid;
    }

    private static FileState? StateOf(SortedDictionary<string, string> files, string path, FileMode mode) => files.TryGetValue(path, out var text) ? new(BlobId.Compute(Encoding.UTF8.GetBytes(text)), mode) : null;

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.WithOffset(Offset.FromHours(8)).ToInstant();
}
