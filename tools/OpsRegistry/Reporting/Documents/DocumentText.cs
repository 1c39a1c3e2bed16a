using OpsRegistry.Templates;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>Fills a template: the document as Markdown, from which every other format is made.</summary>
internal static class DocumentText
{
    /// <summary>The document's Markdown; lines end with LF.</summary>
    /// <param name="template">The template; the rules have found nothing wrong with it.</param>
    public static string Fill(DocumentBasis basis, Model.TemplateFile template)
    {
        var text = new StringBuilder();
        Fill(text, Template.Read(template).Nodes, ValuesOf(basis));
        return text.ToString();
    }

    /// <summary>True where a document can be made with a template; else <c>check</c> says what is wrong with it.</summary>
    public static bool CanUse(Model.TemplateFile template) => Template.Read(template).IsSound;

    /// <summary>The template of a kind for a contract: its own, else the one that all share, else the tool's.</summary>
    public static Model.TemplateFile TemplateOf(Model.Registry registry, string contract, DocumentKind kind) => Template.For(registry, contract, kind);

    private static DocumentValues ValuesOf(DocumentBasis basis) => basis switch
    {
        { Result: { } result, Kind.Subject: DocumentSubject.Term } => AcceptanceValues.Fill(basis, result),
        { Fact: null } => ServiceReportValues.Fill(basis),
        { Fact: { Record: Model.Incident } fact } => FaultDocumentValues.Fill(basis, fact),
        { Fact: { Record: Model.SpecialPeriod } fact } => SpecialPeriodValues.Fill(basis, fact),
        { Fact: { } fact } => RecordDocumentValues.Fill(basis, fact),
    };

    private static void Fill(StringBuilder text, IReadOnlyList<TemplateNode> nodes, object values)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode fixedText:
                    text.Append(fixedText.Text);
                    break;
                case ValueNode value:
                    text.Append(MarkdownText.AnyWhere((string)ValueAt(values, value.Path)));
                    break;
                case BlockNode block:
                    Fill(text, block, values);
                    break;
            }
        }
    }

    private static void Fill(StringBuilder text, BlockNode block, object values)
    {
        var found = ValueAt(values, block.Path);
        var items = found switch
        {
            string words => words.Length > 0 ? [values] : [],
            System.Collections.IEnumerable list => block.IsLoop ? list.Cast<object>().ToList() : list.Cast<object>().Take(1).Select(_ => values).ToList(),
            _ => new List<object> { values },
        };
        foreach (var item in items)
        {
            Fill(text, block.Body, item);
        }

        if (items.Count == 0)
        {
            Fill(text, block.Otherwise, values);
        }
    }

    private static object ValueAt(object values, TemplatePath path) => ValueShape.ValueOf(values, path.Names.Select(name => name.Value));
}
