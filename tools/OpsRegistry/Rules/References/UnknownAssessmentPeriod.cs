using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A judgement or dispute is about a period that the contract's term does not have.
/// </summary>
internal sealed class UnknownAssessmentPeriod() : Rule("OPS221", new("考核周期不存在", "unknown assessment period"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Terms.Term.Start < folder.Terms.Term.End
        let known = AssessmentPeriod.Plan(folder.Terms).Select(period => period.Id).ToList()
        from named in folder.Of<Judgement>().Select(judgement => (judgement.Spec.Period, Place: judgement.Spec.PlaceOf(nameof(Judgement.Period))))
            .Concat(folder.Of<PeriodClosing>().Select(closing => (closing.Spec.Period, Place: closing.Spec.PlaceOf(nameof(PeriodClosing.Period)))))
            .Concat(folder.Of<Dispute>().Where(dispute => dispute.Spec.Period is not null).Select(dispute => (Period: dispute.Spec.Period!, Place: dispute.Spec.PlaceOf(nameof(Dispute.Period)))))
        where !known.Contains(named.Period)
        let fault = UnknownName.Describe(new("考核周期", "assessment period"), named.Period, known)
        select At(named.Place, fault.Message, fault.Help);
}
