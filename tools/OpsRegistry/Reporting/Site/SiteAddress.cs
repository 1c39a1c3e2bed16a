namespace OpsRegistry.Reporting.Site;

/// <summary>Where pages stand, below the site's folder; the English ones below <c>en/</c>.</summary>
internal static class SiteAddress
{
    public const string Overview = "index.html";

    public const string Due = "due.html";

    public const string Waiting = "waiting.html";

    public const string Incidents = "incidents.html";

    public const string Search = "search.html";

    public const string About = "about.html";

    /// <summary>Where people file and decide; only <c>opsreg serve</c> has it.</summary>
    public const string Desk = "desk/index.html";

    public const string Style = "assets/site.css";

    public const string Script = "assets/site.js";

    public static string Contract(string contract) => $"contracts/{Safe(contract)}/index.html";

    public static string Notes(string contract) => $"contracts/{Safe(contract)}/notes.html";

    public static string Services(string contract) => $"contracts/{Safe(contract)}/services.html";

    public static string Clauses(string contract) => $"contracts/{Safe(contract)}/clauses.html";

    public static string Duties(string contract) => $"contracts/{Safe(contract)}/duties.html";

    public static string Staff(string contract) => $"contracts/{Safe(contract)}/staff.html";

    public static string Timeline(string contract) => $"contracts/{Safe(contract)}/timeline.html";

    public static string Compare(string contract) => $"contracts/{Safe(contract)}/compare.html";

    /// <summary>The files of a kind.</summary>
    public static string Records(string contract, Model.Kind kind) => $"contracts/{Safe(contract)}/records/{kind.KebabName}.html";

    public static string Period(string contract, string period) => $"contracts/{Safe(contract)}/periods/{Safe(period)}.html";

    public static string Service(string contract, string service) => $"contracts/{Safe(contract)}/services/{Safe(service)}.html";

    public static string System(string contract, string system) => $"contracts/{Safe(contract)}/systems/{Safe(system)}.html";

    public static string Incident(string contract, string incident) => $"contracts/{Safe(contract)}/incidents/{Safe(incident)}.html";

    /// <summary>The contract, as part of a file's name, whose page stands at an address of either language; null for what all contracts share.</summary>
    public static string? ContractIn(string address) => (address.StartsWith("en/", StringComparison.Ordinal) ? address["en/".Length..] : address).Split('/') is ["contracts", var contract, _, ..] ? contract : null;

    /// <summary>A part of the search index of a language, from 1.</summary>
    public static string SearchPart(Language language, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"assets/search-{(language == Language.Zh ? "zh" : "en")}-{number}.js");

    /// <summary>A name as part of a file's name: whatever a schema would not have let through is written as its number.</summary>
    public static string Safe(string name) => string.Concat(name.Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'
            ? letter.ToString()
            : "~" + ((int)letter).ToString("x", CultureInfo.InvariantCulture)));
}
