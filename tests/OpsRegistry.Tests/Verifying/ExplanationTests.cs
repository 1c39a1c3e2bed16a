using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A record that changed is explained by amendments of it on which both sides agreed, and by no others.</summary>
public sealed class ExplanationTests
{
    private const string Folder = "ops-registry/contracts/pingdingshan-2025/", Amendment = Folder + "amendments/amendment-2026-0001.yaml";

    [Fact]
    public void An_agreed_amendment_explains_its_own_record() => Assert.Equal((true, true), Explained(text => text));

    [Fact]
    public void One_of_another_record_explains_nothing() =>
        Assert.Equal((false, false), Explained(text => text.Replace("record: " + RecordIn(text), "record: incident-2025-0001", StringComparison.Ordinal)));

    [Fact]
    public void One_without_both_consents_explains_nothing() => Assert.Equal((false, false), Explained(text => text[..text.IndexOf("  purchaserConsent:", StringComparison.Ordinal)]));

    /// <summary>Whether a record that appeared, and one that changed as the amendment says, are explained.</summary>
    private static (bool Appeared, bool Changed) Explained(Func<string, string> edit)
    {
        var files = InMemory.Files("tests/golden/contracts");
        var name = RecordIn(files[Amendment]);
        files[Amendment] = edit(files[Amendment]);
        var folder = InMemory.Load(files).Registry.ContractNamed("pingdingshan-2025")!;
        var record = folder.Resources.First(resource => resource.Name == name);
        var change = InMemory.Load(InMemory.Files("tests/golden/contracts")).Registry.ContractNamed("pingdingshan-2025")!.Of<Amendment>().First(amendment => amendment.Name == "amendment-2026-0001").Spec.Changes[0];
        var before = NodeEdit.Rewritten(record, change.Field.Split('.'), change.Before!)!;
        return (Explanation.Explain(null, record, folder)!.Amended, Explanation.Explain(before, NodeEdit.Rewritten(record, change.Field.Split('.'), change.After!)!, folder)!.Amended);
    }

    private static string RecordIn(string amendment) => amendment.Split('\n').First(line => line.StartsWith("  record: ", StringComparison.Ordinal))["  record: ".Length..].Trim();
}
