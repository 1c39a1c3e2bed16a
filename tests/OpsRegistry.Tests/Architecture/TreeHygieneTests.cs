using System.Text.Json;
using System.Text.RegularExpressions;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>What may not stand anywhere in the tree.</summary>
public sealed partial class TreeHygieneTests
{
    /// <summary>
    /// Lowest version without a published vulnerability, by package; the package mirror has no such data, so the list is ours. Sources: CVE-2024-21907,
    /// CVE-2021-24112, CVE-2021-26701, CVE-2019-0820, CVE-2018-8292, CVE-2024-43483, CVE-2024-43485, CVE-2024-38095, CVE-2024-27086.
    /// </summary>
    private static readonly Dictionary<string, Version> Safe = new()
    {
        ["Newtonsoft.Json"] = new(13, 0, 3),
        ["System.Drawing.Common"] = new(5, 0, 3),
        ["System.Text.Encodings.Web"] = new(5, 0, 1),
        ["System.Text.RegularExpressions"] = new(4, 3, 1),
        ["System.Net.Http"] = new(4, 3, 4),
        ["System.IO.Packaging"] = new(8, 0, 1),
        ["System.Text.Json"] = new(8, 0, 5),
        ["System.Formats.Asn1"] = new(8, 0, 1),
        ["Microsoft.Identity.Client"] = new(4, 60, 3),
    };

    [Fact]
    public void No_contracts_name_nor_anything_of_its_own_stands_in_the_code_or_its_comments_but_in_examples_of_commands()
    {
        Assert.All(FrozenRegistry.Loaded.Registry.Contracts, contract => Assert.Matches(ContractName(), contract.Name));
        Assert.All(
            FrozenRegistry.Loaded.Registry.Contracts.SelectMany(contract => contract.Interpretations?.Items ?? []),
            item => Assert.Matches(ContractsOwn(), $"(as {item.Key} says)"));
        Assert.Empty(
            from file in SourceTree.Code("tools")
            from line in SourceTree.Lines(file)
            let code = CommandExample().Replace(line, "")
            where ContractName().IsMatch(code) || ContractsOwn().IsMatch(code)
            select $"{file}: {line}");
    }

    [Fact]
    public void No_path_of_a_machine_and_nothing_like_a_telephone_number_stands_in_the_tree() =>
        Assert.Empty(
            from file in SourceTree.Files
            where !file.StartsWith("ops-registry/", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal) // records are for the rules to judge
            where TextFile().IsMatch(file) && !file.Contains("OPS901", StringComparison.Ordinal) && !file.EndsWith("docs/diagnostics.md", StringComparison.Ordinal) // the rule that finds them, its cases and the pages that quote them
            from line in SourceTree.Lines(file)
            where MachinePath().IsMatch(line) || Telephone().IsMatch(line)
            select $"{file}: {line}");

    [Fact]
    public void No_package_with_a_known_vulnerability_is_restored()
    {
        var assets = Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, ".artifacts", "obj"), "project.assets.json", SearchOption.AllDirectories);
        var restored = assets.SelectMany(Libraries).Distinct().ToList();
        Assert.Contains(restored, library => library.Name == "Newtonsoft.Json");
        Assert.DoesNotContain(restored, library => Safe.TryGetValue(library.Name, out var safe) && library.Version < safe);
    }

    private static IEnumerable<(string Name, Version Version)> Libraries(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        return json.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/'))
            .Select(parts => (parts[0], Version.Parse(parts[1].Split('-', '+')[0])))
            .ToList();
    }

    [GeneratedRegex("pingdingshan|fujian|changning|pengjiang|zhangjiagang|平顶山|长宁|蓬江|张家港", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContractName();

    /// <summary>The key of one of its readings, or a clause as it cites its documents.</summary>
    [GeneratedRegex(@"\bK[0-9]{0,3}-[A-Z0-9]{2,}\b|\b00[0-9] [^ ].*\bL[0-9]{2,4}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContractsOwn();

    /// <summary>A file is about one idea; what needs more lines has a second one, which gets a file and a name of its own.</summary>
    [Fact]
    public void No_source_file_has_more_than_three_hundred_lines() =>
        Assert.Empty(
            from folder in new[] { "tools", "bench", "tests" }
            from file in SourceTree.Code(folder)
            let lines = SourceTree.Lines(file).Length
            where lines > 300
            select $"{file}: {lines}");

    [Fact]
    public void What_is_counted_in_English_has_its_plural() =>
        Assert.Empty(
            from file in SourceTree.Code("tools")
            from line in SourceTree.CodeLines(file)
            where BracketedPlural().IsMatch(line)
            select $"{file}: {line}");

    [GeneratedRegex(@"[\} ][a-z]+\(s\)[ ;:,.\""]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedPlural();

    [GeneratedRegex(@"\./opsreg [a-z]+ [^\\""]*", RegexOptions.CultureInvariant)]
    private static partial Regex CommandExample();

    [GeneratedRegex(@"\.(cs|csproj|props|slnx|json|ya?ml|md|txt|sh|ps1|csv)$|/[a-z]+$|^[a-z]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TextFile();

    [GeneratedRegex(@"(?<![\w.])/(tmp/wt|work/[a-z]+|home/[a-z]+|Users/[A-Za-z]+|root)/|[A-Z]:\\Users", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(\+?86[- ]?)?1[3-9][0-9]{9}(?![0-9A-Za-z])|(?<![0-9A-Za-z-])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();
}
