using OpsRegistry.Measuring;

namespace OpsRegistry.Reporting.Tables;

/// <summary>Something that can be linked to, by what it is: the writer knows in which cell or on which page it stands, if it does.</summary>
/// <param name="Kind">What it is, e.g. <c>record</c>.</param>
/// <param name="Id">Which one.</param>
internal readonly record struct Anchor(string Kind, string Id)
{
    /// <summary>A record's row or page.</summary>
    public static Anchor Record(string path) => new("record", path);

    /// <summary>A file that proves something.</summary>
    public static Anchor Evidence(string path) => new("evidence", path);

    /// <summary>True for what people call by its title and not by its id.</summary>
    public bool IsNamed => Kind is "contract" or "service" or "system";

    /// <summary>True for a period, whose id is its contract and its own name.</summary>
    public bool IsPeriod => Kind == "period";

    /// <summary>True for a file that proves something.</summary>
    public bool IsEvidence => Kind == "evidence";

    /// <summary>The whole address, where it stands elsewhere; null for what a writer has to find.</summary>
    public string? WebAddress => Kind == "web" ? Id : null;

    public static Anchor Deduction(string id) => new("deduction", id);

    /// <summary>The first deduction of an indicator.</summary>
    public static Anchor Indicator(string id) => new("indicator", id);

    /// <summary>One time that a duty fell due.</summary>
    public static Anchor Occurrence(Occurrence occurrence) => new("occurrence", $"{occurrence.Service}/{occurrence.Obligation.Id}/{occurrence.Days}/{occurrence.Name}");

    /// <summary>The outcome of a limit on a record.</summary>
    public static Anchor Outcome(TargetResult result) => new("outcome", $"{result.Target.Id}@{result.Resource.Path}");

    /// <summary>A limit with its attainment.</summary>
    public static Anchor Target(string id) => new("target", id);

    /// <summary>A reading of a clause.</summary>
    public static Anchor Reading(string key) => new("reading", key);

    /// <summary>A sheet or page by its key.</summary>
    public static Anchor Part(string key) => new("part", key);

    /// <summary>A page of its own, by its address.</summary>
    public static Anchor Page(string address) => new("page", address);

    /// <summary>A page elsewhere, by its whole address.</summary>
    public static Anchor Web(string address) => new("web", address);

    /// <summary>The clause of a source document that holds a line.</summary>
    public static Anchor Clause(string source, int line) => new("clause", string.Create(CultureInfo.InvariantCulture, $"{source}-L{line}"));

    public static Anchor Contract(string contract) => new("contract", contract);

    public static Anchor Period(string contract, string period) => new("period", $"{contract}/{period}");

    public static Anchor Service(string contract, string service) => new("service", $"{contract}/{service}");

    public static Anchor System(string contract, string system) => new("system", $"{contract}/{system}");
}
