using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Buttons that narrow a table; hidden until the script is there to do it.</summary>
internal static class Filter
{
    /// <summary>A button; the empty word shows everything.</summary>
    public static Html Chip(string word, string words) =>
        Tag("button.chip", words).With("type", "button").With("data-word", word).With("aria-pressed", word.Length == 0 ? "true" : "false");
}
