using OpsRegistry.Reporting.Docs;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using OpsRegistry.Verifying.History;
using OpsRegistry.Verifying.Seals;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>Adding a rule touches its file, the catalog and a case folder; whatever is forgotten is named here.</summary>
public sealed class RuleCompletenessTests
{
    // No file of a registry alone can show these faults; code tests do.
    private static readonly string[] HeldByCode =
    [
        "OPS009", // a link: Sources/WorkTreeSourceTests, Loading/YamlReaderTests
        "OPS011", // a file without permission: Loading/YamlReaderTests
        "OPS100", // a schema: Loading/Schemas/SchemaKeywordTests
        "OPS582", // a fault of ours: StraightLine/AbsurdValueTests
        "OPS109", // a value that passes its schema: Rules/UnreadableValueTests
        // what only a history shows: tests/histories, where Verifying/HistoryTests wants an attack for each
        .. HistoryCatalog.Infos.Concat(SealRules.All).Select(rule => rule.Id),
        // what only a workbook shows: Verifying/WorkbookVerificationTests
        .. WorkbookRules.All.Select(rule => rule.Id),
    ];

    [Fact]
    public void Every_rule_class_is_in_the_catalog() =>
        Assert.Equal(
            typeof(Rule).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Rule))).Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleCatalog.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_policy_class_is_in_the_catalog_and_in_a_file_of_its_name()
    {
        var names = typeof(PolicyRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PolicyRule))).Select(type => type.Name).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(names, PolicyCatalog.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal([], names.Where(name => !File.Exists(Path.Combine(Golden.RepositoryRoot, "tools", "OpsRegistry", "Reviewing", "Policies", name + ".cs"))));
    }

    [Fact]
    public void Catalog_is_in_the_order_of_unique_ids()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(PolicyCatalog.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), PolicyCatalog.All.Select(rule => rule.Id));
        Assert.Equal(RulePages.Rules.Select(rule => rule.Id).Distinct(), RulePages.Rules.Select(rule => rule.Id));
        Assert.Equal(RulePages.Rules.Select(rule => rule.Name).Distinct(), RulePages.Rules.Select(rule => rule.Name));
        Assert.All(PolicyCatalog.All, rule => Assert.Matches("^OPS6[0-9]{2}$", rule.Id));
        Assert.All(RulePages.Rules, rule => Assert.Matches("^OPS[0-9]{3}$", rule.Id));
    }

    [Fact]
    public void Every_rule_stands_in_a_file_of_its_name()
    {
        var root = Path.Combine(Golden.RepositoryRoot, "tools", "OpsRegistry", "Rules");
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.Equal([], RuleCatalog.All.Select(rule => rule.GetType().Name).Where(name => !files.Contains(name)));
    }

    [Fact]
    public void Every_rule_has_a_folder_with_a_bad_and_a_good_case()
    {
        var wanted = RulePages.Rules.Where(rule => !HeldByCode.Contains(rule.Id)).Select(rule => $"{rule.Id}-{rule.Name}").ToList();
        Assert.Equal(wanted, CaseFolders.Rules);
        Assert.Equal(wanted, CaseFolders.Cases("bad").Concat(CaseFolders.Changes("bad")).Select(path => path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(wanted, CaseFolders.Cases("good").Concat(CaseFolders.Changes("good")).Select(path => path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Titles_begin_in_lower_case_and_end_without_a_stop() =>
        Assert.All(RulePages.Rules, rule =>
        {
            Assert.Matches("^[^.]*[^. ]$", rule.Title.En);
            Assert.DoesNotMatch("^[A-Z][a-z]", rule.Title.En);
            Assert.DoesNotMatch("。$", rule.Title.Zh);
        });

    [Fact]
    public void Rules_have_at_most_forty_lines_of_logic()
    {
        var root = Path.Combine(Golden.RepositoryRoot, "tools", "OpsRegistry", "Rules");
        var long_ =
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            where Path.GetFileName(file) != "RuleCatalog.cs"
            let lines = File.ReadAllLines(file).SkipWhile(line => !line.Contains(" Check(Registry", StringComparison.Ordinal)).Count(line => line.Trim().Length > 1)
            where lines > 45
            select $"{Path.GetFileName(file)}: {lines}";
        Assert.Equal([], long_);
    }
}
