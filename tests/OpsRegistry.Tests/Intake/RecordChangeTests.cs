using System.Text;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Intake;

/// <summary>A row that names a record and says something else.</summary>
public sealed class RecordChangeTests
{
    private static readonly IntakeContext Merged = new(new WorkTreeSource(FrozenRegistry.Root), SchemaSet.Load(SchemaFiles.Texts), []) { Year = 2026 };

    private static IntakeForm Form => Merged.Forms.Single(form => form.Kind.Name == "Incident");

    private static Resource Record => Merged.Registry.Resources.First(resource => resource.Kind.Name == "Incident" && resource.Metadata.Contract == "pingdingshan-2025" && Text(((MappingNode)resource.Root["spec"]!)["channel"]) != "onSite");

    [Fact]
    public void What_is_merged_and_protected_becomes_the_draft_of_an_amendment()
    {
        var changed = Assert.IsType<FormOutcome.Changed>(Changed(Merged, answers => answers["报告渠道"] = "现场"));
        Assert.Equal(["报告渠道"], changed.Labels);
        var amendment = YamlReader.Read("x.yaml", Encoding.UTF8.GetBytes(changed.Amendment!.Text)).Root!;
        Assert.StartsWith("ops-registry/contracts/pingdingshan-2025/amendments/amendment-2026-", changed.Amendment.Path, StringComparison.Ordinal);
        var spec = (MappingNode)amendment["spec"]!;
        var change = (MappingNode)Assert.Single(((SequenceNode)spec["changes"]!).Items);
        Assert.Equal((Record.Name, "spec.channel", "onSite"), (Text(spec["record"]), Text(change["field"]), Text(change["after"])));
        Assert.True(NodeEquality.Same(((MappingNode)Record.Root["spec"]!)["channel"], change["before"]));
    }

    [Fact]
    public void What_is_not_merged_changes_in_its_file_and_what_says_the_same_does_not()
    {
        var desk = new IntakeContext(Merged.Source, Merged.Schemas, []) { IsMerged = _ => false };
        var changed = Assert.IsType<FormOutcome.Changed>(Changed(desk, answers => answers["报告渠道"] = "现场"));
        Assert.Null(changed.Amendment);
        Assert.Equal(Record.Name, Assert.IsType<FormOutcome.AlreadyFiled>(Changed(Merged, _ => { })).Name);
    }

    [Fact]
    public void Words_that_nothing_protects_change_without_an_amendment() =>
        Assert.Null(Assert.IsType<FormOutcome.Changed>(Changed(Merged, answers => answers["处理情况"] = "重启网关后恢复")).Amendment);

    [Fact]
    public void A_name_that_no_record_has_or_two_rows_have_is_refused()
    {
        var answers = new Dictionary<string, string>(RecordAnswers.Read(Form, Record), StringComparer.Ordinal) { ["合同"] = "pingdingshan-2025" };
        AnsweredForm Row(string name) => new(Form, answers) { RecordName = name };
        var outcomes = FormReader.ReceiveAll(Merged, [Row("incident-2026-9999"), Row(Record.Name), Row(Record.Name)], null);
        Assert.Contains("there is no incident 'incident-2026-9999'", Assert.Single(Assert.IsType<FormOutcome.Refused>(outcomes[0]).Complaints).Message.En, StringComparison.Ordinal);
        Assert.IsType<FormOutcome.AlreadyFiled>(outcomes[1]);
        Assert.IsType<FormOutcome.Refused>(outcomes[2]);
    }

    private static FormOutcome Changed(IntakeContext desk, Action<Dictionary<string, string>> change)
    {
        var answers = new Dictionary<string, string>(RecordAnswers.Read(Form, Record), StringComparer.Ordinal) { ["合同"] = "pingdingshan-2025" };
        change(answers);
        return Assert.Single(FormReader.ReceiveAll(desk, [new(Form, answers) { RecordName = Record.Name }], null));
    }

    private static string Text(Node? node) => ((ScalarNode)node!).Text;
}
