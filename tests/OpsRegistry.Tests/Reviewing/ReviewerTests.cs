using OpsRegistry.Assessing;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

public sealed class ReviewerTests
{
    private const string Incident = Edited.Folder + "records/2025/12/incident-2025-0002.yaml";
    private const string Inspection = Edited.Folder + "records/2026/01/inspection-2026-0001.yaml";

    [Fact]
    public void A_change_of_nothing_moves_nothing()
    {
        var review = new Edited().Write(Incident, new Edited()[Incident] + "# a remark\n").Review();
        Assert.Equal(Verdict.Clean, review.Verdict);
        Assert.Empty(review.Periods);
        Assert.Empty(review.Facts);
        Assert.Empty(review.Findings.New);
        Assert.Empty(Assert.Single(review.Change.Resources).Fields);
    }

    [Fact]
    public void A_restoration_moved_past_its_limit_names_field_clause_points_and_what_else_moves()
    {
        var review = new Edited().Replace(Incident, "restoredAt: 2025-12-23T09:50:00+08:00", "restoredAt: 2025-12-24T19:00:00+08:00").Review();
        Assert.Equal(
            [
                "P1 C1-2.1 -1 003 附件2 四(三)1② L1450 <- incident-2025-0002 spec.restoredAt",
                "P1 C1-3.1 1 003 附件2 四(三)1③ L1452 <- incident-2025-0002 spec.restoredAt",
            ],
            review.Periods.SelectMany(Points));
        Assert.Equal(
            ["P1 恢复运行 incident-2025-0002 Met -> Missed", "P1 《故障处理及分析报告》 incident-2025-0002 Missed -> Met"],
            review.Facts.Select(fact => $"{fact.Period} {fact.Title.Zh} {fact.Name} {((FactState.OfLimit)fact.Before!).State} -> {((FactState.OfLimit)fact.After!).State}"));
    }

    [Fact]
    public void A_removed_inspection_costs_its_point_and_is_named_as_the_cause()
    {
        var review = new Edited().Remove(Inspection).Review();
        Assert.Equal(["P1 A1-1.1 -1 003 附件2 四(一)1 L1400 <- inspection-2026-0001"], review.Periods.SelectMany(Points));
        Assert.Equal("P1 87.00 -> 86.00, 203600.00 -> 203600.00", Figures(Assert.Single(review.Periods)));
    }

    [Fact]
    public void Three_removed_inspections_cross_a_band_and_each_point_has_its_own_cause()
    {
        var edits = new Edited();
        foreach (var number in Enumerable.Range(1, 3))
        {
            edits.Remove(Edited.Folder + $"records/2026/01/inspection-2026-000{number}.yaml");
        }

        var review = edits.Review();
        Assert.Equal(
            ["inspection-2026-0001", "inspection-2026-0002", "inspection-2026-0003"],
            review.Periods.SelectMany(period => period.Points).Select(point => Assert.Single(point.Causes).Either.Name));
        Assert.Equal("P1 87.00 -> 84.00, 203600.00 -> 330850.00", Figures(Assert.Single(review.Periods)));
        Assert.Equal("127250.00", Yuan.Plain(Assert.Single(Assert.Single(review.Periods).Money, line => line.After is { Id: "band" }).Moved!.Value));
    }

    [Fact]
    public void Floor_that_gives_points_back_is_traced_to_the_change_behind_it()
    {
        // Six of the indicator's inspections are missing and five cost it all its marks; the first one handed in lets the sixth cost its point.
        var short_ = new Edited();
        var first = short_[Inspection];
        foreach (var path in new[] { "01/inspection-2026-0001", "01/inspection-2026-0002", "01/inspection-2026-0003", "01/inspection-2026-0004", "02/inspection-2026-0005", "02/inspection-2026-0006" })
        {
            short_.Remove(Edited.Folder + $"records/2026/{path}.yaml");
        }

        var review = short_.AsBase().Write(Inspection, first).Review();
        Assert.Equal(
            ["A1-1.6 -1 inspection-2026-0001", "A1-1.1 1 inspection-2026-0001"],
            review.Periods.SelectMany(period => period.Points).Select(point => $"{(point.Before ?? point.After)!.Id} {Assessing.Points.Plain(point.Moved)} {Assert.Single(point.Causes).Either.Name}"));
    }

    [Fact]
    public void Terms_that_come_with_facts_do_not_judge_them()
    {
        const string Scorecard = Edited.Folder + "scorecard.yaml";
        var alone = new Edited().Replace(Scorecard, "level-4: 5", "level-4: 1").Review();
        Assert.NotEmpty(alone.Periods);
        Assert.Empty(alone.NotApplied);

        var mixed = new Edited().Replace(Scorecard, "level-4: 5", "level-4: 1").Remove(Inspection).Review();
        Assert.Equal([Scorecard], mixed.NotApplied);
        Assert.Equal(["A1-1.1"], mixed.Periods.SelectMany(period => period.Points).Select(point => point.Either.Id));
    }

    [Fact]
    public void A_changed_term_is_the_cause_of_every_difference_it_makes()
    {
        var review = new Edited().Replace(Edited.Folder + "scorecard.yaml", "level-4: 5", "level-4: 1").Review();
        Assert.All(review.Periods.SelectMany(period => period.Points), point => Assert.Equal("scorecard", Assert.Single(point.Causes).Either.Name));
        Assert.Equal(["P1", "P3", "P4"], review.Periods.Select(period => period.Period.Id));
    }

    [Fact]
    public void Only_the_touched_contract_is_loaded()
    {
        var review = new Edited().Remove(Inspection).Review();
        Assert.Equal(["pingdingshan-2025"], review.Contracts);
        Assert.Equal(["pingdingshan-2025"], review.Change.After.Registry.Contracts.Select(contract => contract.Name));
    }

    [Fact]
    public void A_shared_file_touches_every_contract()
    {
        var review = new Edited().Replace("ops-registry/registry.yaml", "recordsUntil: 2026-11-20", "recordsUntil: 2026-11-21").Review();
        Assert.Equal(["changning-2026", "fujian-2023", "pengjiang-2025", "pingdingshan-2025", "zhangjiagang-2024"], review.Contracts);
    }

    [Fact]
    public void An_error_that_the_change_brings_refuses_it_and_one_that_was_there_does_not()
    {
        var broken = new Edited().Replace(Incident, "restoredAt: 2025-12-23T09:50:00+08:00", "restoredAt: 2025-12-22T09:50:00+08:00").Review();
        Assert.Equal(Verdict.Refused, broken.Verdict);
        Assert.Contains(broken.Findings.New, finding => finding.Rule.Id == "OPS312");
    }

    [Fact]
    public void An_incident_whose_impact_is_undecided_is_a_question_with_the_levels_that_hang_on_it()
    {
        const string Undecided = Edited.Folder + "records/2026/01/incident-2026-0001.yaml";
        var review = new Edited()
            .Replace(Undecided, "attributable: false", "attributable: true")
            .Replace(Undecided, "  seriousImpact: \"no\"\n", "")
            .Replace(Undecided, "to: 2026-01-08T11:35:00+08:00", "to: 2026-01-08T11:20:00+08:00")
            .Review();
        var question = Assert.Single(review.Questions, asked => asked.Kind == QuestionKind.Claim);
        Assert.Equal(Undecided, question.Place!.Value.Path);
        Assert.Contains(review.Policy, finding => finding.Rule.Id == "OPS622" && finding.Message.En.Contains("'spec.attributable'", StringComparison.Ordinal));
        Assert.Equal(Verdict.Refused, review.Verdict); // the record was merged before
    }

    [Fact]
    public void A_score_that_becomes_open_is_asked_for_though_another_is_open_for_the_same_reason()
    {
        const string Judgements = "ops-registry/contracts/zhangjiagang-2024/judgements/";
        var withoutOne = new Edited().Remove(Judgements + "judgement-t-a2-1.yaml");
        var review = withoutOne.AsBase().Remove(Judgements + "judgement-t-b1-1.yaml").Review();
        var question = Assert.Single(review.Questions);
        Assert.Equal(QuestionKind.Judgement, question.Kind);
        Assert.Equal("zhangjiagang-2024 T B1: not judged yet", question.Words.En);
        Assert.Empty(withoutOne.AsBase().Write(Incident, new Edited()[Incident] + "# a remark\n").Review().Questions);
    }

    [Fact]
    public void Differences_add_up_to_the_difference_of_the_totals_and_have_causes()
    {
        var edits = new Edited().Remove(Inspection)
            .Replace(Incident, "restoredAt: 2025-12-23T09:50:00+08:00", "restoredAt: 2025-12-24T19:00:00+08:00")
            .Replace(Edited.Folder + "records/2026/07/incident-2026-0015.yaml", "attributable: true", "attributable: false")
            .Remove(Edited.Folder + "records/2026/05/drill-2026-0002.yaml");
        var there = edits.Review();
        Assert.Equal(["P1", "P3"], there.Periods.Select(period => period.Period.Id));
        Assert.All(there.Periods, period => Assert.Equal(period.PointsMoved, period.Points.Sum(point => point.Moved)));
        Assert.All(there.Periods.SelectMany(period => period.Points), point => Assert.NotEmpty(point.Causes));
    }

    private static IEnumerable<string> Points(PeriodChange period) => period.Points.Select(point =>
        $"{period.Period.Id} {point.Either.Id} {Assessing.Points.Plain(point.Moved)} {string.Join(";", point.Either.Clauses)} <- {string.Join(", ", point.Causes.Select(cause => string.Join(' ', cause.Fields.Select(field => field.Field).Prepend(cause.Either.Name))))}");

    private static string Figures(PeriodChange period) =>
        $"{period.Period.Id} {Assessing.Points.Show(period.Before!.Assessment.Total)} -> {Assessing.Points.Show(period.After!.Assessment.Total)}, {Yuan.Plain(period.Before.Settlement.Total!.Value)} -> {Yuan.Plain(period.After.Settlement.Total!.Value)}";
}
