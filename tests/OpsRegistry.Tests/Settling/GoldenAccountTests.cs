using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>
/// What the invented contracts come to on some days, in full: every line of the form with its reasons, records and clauses, the book that it rests on, the money, what is open, what other
/// readings would make of it, what is due and for whom it waits.
/// </summary>
public sealed class GoldenAccountTests
{
    [Theory]
    [InlineData("harbour", "harbour-2026", "2026-03-31")]
    [InlineData("harbour", "harbour-2026", "2026-07-31")]
    [InlineData("harbour", "lighthouse-2026", "2026-07-31")]
    [InlineData("clinic", "clinic-2026", "2026-04-10")]
    [InlineData("clinic", "clinic-2026", "2026-07-31")]
    [InlineData("depot", "depot-2026", "2026-05-31")]
    [InlineData("wharf", "wharf-2026", "2026-04-08")]
    [InlineData("wharf", "wharf-2026", "2026-08-31")]
    [InlineData("library", "library-2026", "2026-07-31")]
    [InlineData("registry", "example-2025", "2026-09-10")]
    [InlineData("registry", "example-plain", "2026-09-10")]
    public void An_account_is_as_accepted_to_the_last_value(string registry, string contract, string day)
    {
        var (result, due, waiting) = Line(registry, contract, day);
        Golden.Matches($"expected/in-full/{contract}-{day}.txt", InFull.Of(result));
        Golden.Matches($"expected/in-full/{contract}-{day}-due.txt", InFull.Of(due) + InFull.Of(waiting));
    }

    private static readonly Dictionary<string, AccountVariants.Variant> Others = AccountVariants.All.Concat(EdgeVariants.All).Concat(MoneyVariants.All).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Variants => [.. Others.Keys];

    /// <summary>The same of contracts in which something else stands than in the golden ones: the lines that are in none of theirs, and a digest of all.</summary>
    [Theory, MemberData(nameof(Variants))]
    public void Where_something_else_stands_the_account_is_as_accepted(string name)
    {
        var variant = Others[name];
        var registry = InMemory.Load(AccountVariants.Files(variant)).Registry;
        Assert.Equal(name.Contains("cannot be read", StringComparison.Ordinal), registry.ContractNamed(variant.Contract)!.Unread.Count > 0);
        var (result, due, waiting) = Line(registry, variant.Contract, variant.Day);
        var told = string.Join("---\n", InFull.Of(result), InFull.Of(due), InFull.Of(waiting)).Split('\n');
        var usual = Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "expected", "in-full"), $"{variant.Contract}-2*.txt").SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told))));
        Golden.Matches($"expected/in-full/variants/{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}.txt", $"{string.Join('\n', told.Where(line => !usual.Contains(line)))}\n{told.Length} lines, {digest}\n");
    }

    /// <summary>What a vendor's word could cost, record by record, were it decided otherwise; and what an account could still lose.</summary>
    [Theory]
    [InlineData("harbour", "harbour-2026", "2026-07-31")]
    [InlineData("clinic", "clinic-2026", "2026-07-31")]
    [InlineData("registry", "example-2025", "2026-09-10")]
    public void What_hangs_on_each_claim_and_on_each_further_point_is_as_accepted(string registry, string contract, string day)
    {
        var result = Line(registry, contract, day).Result;
        var stakes = new ClaimStakes(result.Folder, result);
        Golden.Matches(
            $"expected/in-full/{contract}-{day}-claims.txt",
            InFull.Of(result.Folder.Records.SelectMany(record => stakes.Of(record.Path, _ => true)).ToList()) + InFull.Of(result.Periods.Select(period => WhatIf.Try(period.Assessment, 3)).ToList()));
    }

    /// <summary>The same where a determination stands, is disputed or is wanted; and each claim that a vendor alone made.</summary>
    [Theory]
    [InlineData("determinations")]
    [InlineData("undecided impact")]
    [InlineData("a sealed period that would come out otherwise")]
    [InlineData("a determination after the closing")]
    [InlineData("every period with its sum")]
    [InlineData("lines of every shape")]
    [InlineData("levels that nobody grades")]
    [InlineData("levels graded in one version")]
    public void What_hangs_on_each_claim_where_something_else_stands_is_as_accepted(string name)
    {
        var variant = Others[name];
        var result = Line(InMemory.Load(AccountVariants.Files(variant)).Registry, variant.Contract, variant.Day).Result;
        var stakes = new ClaimStakes(result.Folder, result);
        var incidents = result.Folder.Of<Incident>().Select(incident => incident.Untyped).ToList();
        Golden.Matches(
            $"expected/in-full/claims-{name.Replace(' ', '-')}.txt",
            InFull.Of(incidents.SelectMany(record => stakes.Of(record.Path, field => field.IsPurchasers)).ToList()) + InFull.Of(incidents.SelectMany(record => stakes.Of(record.Path, field => !field.IsPurchasers)).ToList()));
    }

    /// <summary>The same of each record, and how many are left where fewer values may be tried.</summary>
    [Theory]
    [InlineData("prices by the type of a notice")]
    [InlineData("claims that hide behind each other")]
    [InlineData("claims that hide behind each other, ungraded")]
    [InlineData("claims that hide behind each other, graded in one version")]
    [InlineData("a notice that costs, and might by two words")]
    public void What_hangs_on_the_claims_of_every_record_is_as_accepted(string name)
    {
        var variant = Others[name];
        var result = Line(InMemory.Load(AccountVariants.Files(variant)).Registry, variant.Contract, variant.Day).Result;
        var stakes = new ClaimStakes(result.Folder, result);
        var told = InFull.Of(result.Folder.Records.SelectMany(record => stakes.Of(record.Path, _ => true)).ToList());
        foreach (var most in new[] { 6, 12, 25, 40, 50 })
        {
            var fewer = new ClaimStakes(result.Folder, result, most);
            told += $"{most}: {result.Folder.Records.Count(record => fewer.Of(record.Path, _ => true).Count > 0)} {fewer.NotPriced}\n";
        }

        Golden.Matches($"expected/in-full/claims-{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}.txt", told);
    }

    /// <summary>What the terms of a contract look at: each field and match that limits, duties, forms and money name, and what of a record a party must determine.</summary>
    [Theory]
    [InlineData("harbour", "harbour-2026")]
    [InlineData("clinic", "clinic-2026")]
    [InlineData("depot", "depot-2026")]
    [InlineData("wharf", "wharf-2026")]
    [InlineData("registry", "example-2025")]
    public void What_the_terms_look_at_is_as_accepted(string name, string contract)
    {
        Looked(contract, InMemory.Load(InMemory.Files($"tests/golden/{name}")).Registry.ContractNamed(contract)!);
    }

    /// <summary>The same of terms that the golden contracts do not have.</summary>
    [Theory]
    [InlineData("a shortfall")]
    [InlineData("money lifted by a later record")]
    [InlineData("no bands")]
    [InlineData("duties due after the period, by their own day")]
    [InlineData("a form of another version from the next period")]
    [InlineData("lines of every shape")]
    [InlineData("services with terms of their own")]
    [InlineData("one band")]
    public void What_other_terms_look_at_is_as_accepted(string name)
    {
        var variant = Others[name];
        Looked(name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal), InMemory.Load(AccountVariants.Files(variant)).Registry.ContractNamed(variant.Contract)!);
    }

    private static void Looked(string name, ContractFolder folder)
    {
        var deductions = Governance.Deductions(folder).Select(term => (term.Id, Governance.IsJudged(term), Governance.BasesOf(term).SelectMany(basis => basis.Parts(folder.ServiceLevels)))).ToList();
        Golden.Matches($"expected/in-full/{name}-terms.txt", InFull.Of(new
        {
            Deciding = DecidingFields.Of(folder).OrderBy(field => field.Kind, StringComparer.Ordinal).ThenBy(field => field.Key, StringComparer.Ordinal).ToList(),
            Deductions = deductions,
            Disputed = Governance.DisputedTerms(folder),
            Matches = RecordMatches.Of(folder).ToList(),
            Uses = FieldUses.Of(folder).ToList(),
            Targets = Governance.Targets(folder),
            Aggregates = Governance.Aggregates(folder),
            Quotas = Governance.Quotas(folder),
            Obligations = Governance.Obligations(folder),
            Kinds = Governance.DutiesByKind(folder).Select(duties => (duties.Key, duties.Select(duty => (duty.Duty.Obligation.Id, duty.Match)).ToList())).OrderBy(duties => duties.Key, StringComparer.Ordinal).ToList(),
        }));
    }

    private static (ContractResult Result, DueList[] Due, WaitingList Waiting) Line(string name, string contract, string day) => Line(InMemory.Load(InMemory.Files($"tests/golden/{name}")).Registry, contract, day);

    private static (ContractResult Result, DueList[] Due, WaitingList Waiting) Line(Registry registry, string contract, string day)
    {
        var (folder, until) = (registry.ContractNamed(contract)!, LocalDatePattern.Iso.Parse(day).Value);
        var (calendar, asOf) = (Calendars.For(registry, folder.Terms.Purchaser), BeijingTime.EndOf(until));
        var result = ContractRunner.Run(folder, calendar, asOf);
        var measured = ContractRunner.Measure(folder, calendar, asOf);
        return (result, [DueList.Build(measured, result, asOf, until.PlusDays(30)), DueList.Build(measured, result, asOf, until.PlusDays(2))], WaitingList.Of(asOf, [(result, measured)]));
    }
}
