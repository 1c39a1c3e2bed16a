using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A person in a post, against what the contract asks of whoever holds it.</summary>
/// <param name="Days">Its days; to the term's end where it names none.</param>
/// <param name="Faults">What the person lacks, and on which of these days.</param>
internal sealed record PostHolding(Resource<Assignment> Assignment, DateSpan Days, IReadOnlyList<PostFault> Faults)
{
    /// <summary>True where the person is where the post is: on site, if that is asked for.</summary>
    public bool IsPresent => Faults.All(fault => fault.Lacks != PostLack.OnSite);

    /// <summary>True where the person lacks nothing on a day.</summary>
    public bool IsQualifiedOn(LocalDate day) => Faults.All(fault => !fault.Days.Contains(day));

    /// <summary>Holds an assignment against a requirement.</summary>
    /// <param name="all">All assignments, for posts held beside this one.</param>
    public static PostHolding Compare(ContractFolder folder, StaffingRequirement requirement, Resource<Assignment> assignment, IReadOnlyList<Resource<Assignment>> all)
    {
        var days = DaysOf(assignment.Spec, folder.Terms.Term);
        var faults = new List<PostFault>();
        if (requirement.OnSite && !assignment.Spec.OnSite)
        {
            faults.Add(new(PostLack.OnSite, days));
        }

        if (requirement.Dedicated && assignment.Spec.Share < 1)
        {
            faults.Add(new(PostLack.Dedication, days));
        }

        faults.AddRange(folder.Find<Person>(assignment.Spec.Person) is { } person
            ? FaultsOf(requirement, person.Spec, folder.Terms, days)
            : [new(PostLack.Person, days)]);
        if (requirement.Exclusive)
        {
            faults.AddRange(all
                .Where(other => other.Spec.Person == assignment.Spec.Person && other.Spec.Post != assignment.Spec.Post)
                .Select(other => new PostFault(PostLack.Exclusivity, days.Intersect(DaysOf(other.Spec, folder.Terms.Term)))));
        }

        return new(assignment, days, faults.Where(fault => !fault.Days.IsEmpty).ToList());
    }

    private static IEnumerable<PostFault> FaultsOf(StaffingRequirement requirement, Person person, Contract terms, DateSpan days)
    {
        if (requirement.OwnEmployees && person.Employer != terms.Vendor)
        {
            yield return new(PostLack.Employer, days);
        }

        if (person.Education < requirement.Education)
        {
            yield return new(PostLack.Education, days);
        }

        if (person.YearsOfExperience(requirement.ExperienceIn, days.Start) < requirement.ExperienceYears)
        {
            yield return new(PostLack.Experience, days);
        }

        foreach (var span in requirement.Certificate is { } title ? WithoutCertificate(person, title, days) : [])
        {
            yield return new(PostLack.Certificate, span);
        }

        if (requirement.ConfidentialityAgreement && person.ConfidentialitySignedOn is var signed && !(signed <= days.Start))
        {
            yield return new(PostLack.ConfidentialityAgreement, new(days.Start, LocalDate.Min(signed ?? days.End, days.End)));
        }
    }

    /// <summary>The days that no certificate of a title covers; several in a row cover together.</summary>
    private static IEnumerable<DateSpan> WithoutCertificate(Person person, string title, DateSpan days)
    {
        var open = days.Start;
        foreach (var certificate in person.Certificates.Where(certificate => certificate.Title == title).OrderBy(certificate => certificate.ValidFrom ?? LocalDate.MinIsoValue))
        {
            var from = LocalDate.Min(certificate.ValidFrom ?? days.Start, days.End);
            if (open < from)
            {
                yield return new(open, from);
            }

            // The last day is included; a certificate that outlasts the post is not asked for its end.
            var end = certificate.ValidTo is { } last && last < days.End ? last.PlusDays(1) : days.End;
            open = LocalDate.Max(open, LocalDate.Max(from, end));
        }

        if (open < days.End)
        {
            yield return new(open, days.End);
        }
    }

    private static DateSpan DaysOf(Assignment assignment, Term term) => new(assignment.From, assignment.To ?? term.End);
}

/// <summary>What a person lacks for a post.</summary>
/// <param name="Days">On which days of the assignment.</param>
internal sealed record PostFault(PostLack Lacks, DateSpan Days);

/// <summary>What can be lacking.</summary>
internal enum PostLack
{
    /// <summary>The person is on no file, so nothing is known.</summary>
    [Title("没有人员资料", "no file of the person")]
    Person,

    /// <summary>Stationed elsewhere.</summary>
    [Title("不驻场", "not on site")]
    OnSite,

    /// <summary>Not all of the person's time.</summary>
    [Title("不是全部投入", "not all of their time")]
    Dedication,

    /// <summary>Employed by somebody other than the vendor.</summary>
    [Title("不是供应商员工", "not the vendor's employee")]
    Employer,

    /// <summary>Too little education.</summary>
    [Title("学历不够", "too little education")]
    Education,

    /// <summary>Too few years of experience.</summary>
    [Title("经验不够", "too little experience")]
    Experience,

    /// <summary>No valid certificate.</summary>
    [Title("没有有效证书", "no valid certificate")]
    Certificate,

    /// <summary>No confidentiality agreement signed yet.</summary>
    [Title("未签保密协议", "no confidentiality agreement")]
    ConfidentialityAgreement,

    /// <summary>Another post held at the same time.</summary>
    [Title("兼任其他岗位", "another post beside it")]
    Exclusivity,
}
