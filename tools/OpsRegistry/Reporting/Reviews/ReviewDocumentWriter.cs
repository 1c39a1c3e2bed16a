using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reviewing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>Makes the sheet of a review.</summary>
internal static class ReviewDocumentWriter
{
    /// <summary>The sheet of a review.</summary>
    public static ReviewDocument From(Review review, ReviewOrigin origin) => new()
    {
        Base = origin.Base,
        Head = origin.Head,
        Actor = review.Change.Actor,
        ApprovedBy = review.Change.ApprovedBy,
        Verdict = review.Verdict,
        Contracts = review.Contracts,
        NewestDay = review.NewestDay,
        Periods = review.Periods.Select(PeriodOf).ToList(),
        Facts = review.Facts.Select(FactOf).ToList(),
        Questions = review.Questions.Select(question => new ReviewedQuestion(question.Kind, question.Words, question.Place?.Path, question.Place?.Line, ClaimOf(question.Claim))).ToList(),
        Waiting = review.Waiting.Select(waiting => new SheetWaiting(waiting.IsNew, WaitingJson.EntryOf(waiting.Item))).ToList(),
        Policy = review.Policy.Select(FindingEntry.From).ToList(),
        NewFindings = review.Findings.New.Select(FindingEntry.From).ToList(),
        FixedFindings = review.Findings.Fixed.Select(FindingEntry.From).ToList(),
        LeftFindings = review.Findings.Left,
        NotApplied = review.NotApplied,
        Uncovered = review.Uncovered.Select(problem => problem.Message).ToList(),
        Resources = review.Change.Resources.Select(ResourceOf).ToList(),
        Files = review.Change.Files.Select(file => VisibleText.Show(file.Path)).ToList(),
    };

    private static SheetClaim? ClaimOf(ClaimStake? claim) => claim is null ? null : new(
        claim.Record.Name, claim.Others.Select(other => new SheetOtherValue(other.Key, other.Claimed, other.Other)).ToList(), claim.Periods, claim.Points, claim.Yuan);

    private static ReviewedPeriod PeriodOf(PeriodChange period) => new(
        period.Contract,
        period.Period.Id,
        ResultOf(period.Before),
        ResultOf(period.After),
        period.PointsMoved,
        period.YuanMoved,
        period.ChangesBand,
        period.Points.Select(PointOf).ToList(),
        period.Money.Select(MoneyOf).ToList());

    private static ReviewedResult? ResultOf(PeriodResult? result)
    {
        if (result is null)
        {
            return null;
        }

        var (assessment, isScored) = (result.Assessment, result.Assessment.Measurement.Folder.IsScored);
        return new(assessment.Total, assessment.Band?.Id, assessment.Band?.Title, isScored, isScored ? result.Settlement.Total : null, assessment.State,
            result.Disputed is null ? null : new(result.Score.Upheld, isScored ? result.Deducted.Upheld : null));
    }

    private static ReviewedPoint PointOf(PointChange point) => new(
        point.Indicator.Id, point.Either.Id, point.Moved, point.Before?.Points, point.After?.Points, point.Either.Clauses, point.Either.Reason, CausesOf(point.Causes));

    private static ReviewedMoney MoneyOf(MoneyChange money)
    {
        var either = (money.After ?? money.Before)!;
        return new(either.Id, money.Moved, either.Reason, CausesOf(money.Causes));
    }

    private static List<ReviewedCause> CausesOf(IEnumerable<ResourceChange> causes) =>
        causes.Select(cause => new ReviewedCause(cause.Path, cause.Place.Line, cause.Fields.Select(field => VisibleText.Show(field.Field)).ToList())).ToList();

    private static ReviewedFact FactOf(FactChange fact) =>
        new(fact.Contract, fact.Period, fact.Name, fact.Title, fact.Clauses, ReviewWords.Translate(fact.Before), ReviewWords.Translate(fact.After));

    private static ReviewedResource ResourceOf(ResourceChange change) => new(
        change.Path,
        change.Place.Line,
        change.Either.Kind.Name,
        change.Either.Name,
        change.Either.Metadata.Contract,
        change.Kind,
        change.Fields.Select(field => new ReviewedField(VisibleText.Show(field.Field), field.Place.Line, ValueOf(field.Before), ValueOf(field.After))).ToList());

    private static string? ValueOf(Node? node) => node is null ? null : VisibleText.Show(ReviewWords.Value(node));
}
