using DocumentFormat.OpenXml.Wordprocessing;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The styles of a Word document; an office changes a look in one place.</summary>
internal static class WordStyles
{
    public const string Body = "Body";
    public const string Cell = "Cell";
    public const string Label = "Label";
    public const string Small = "Small";
    public const string Footer = "PageFooter";

    /// <summary>The style of a heading of level 1 to 3.</summary>
    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 3).ToString(CultureInfo.InvariantCulture)}";

    public static Styles All() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts("宋体"), new FontSize { Val = "22" }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        Style(Body, "正文", "宋体", 22, JustificationValues.Left, line: 340, before: 40, after: 80),
        Title(1, 36, JustificationValues.Center, 0, 240),
        Title(2, 26, JustificationValues.Left, 240, 80),
        Title(3, 24, JustificationValues.Left, 160, 60),
        Style(Cell, "表格", "宋体", 18, JustificationValues.Left, line: 264, before: 20, after: 20),
        Style(Label, "表头", "黑体", 18, JustificationValues.Center, line: 264, before: 20, after: 20, bold: true),
        Style(Small, "来源说明", "宋体", 17, JustificationValues.Left, line: 264, before: 20, after: 20),
        Style(Footer, "页码", "宋体", 18, JustificationValues.Center, line: 240, before: 0, after: 0));

    private static Style Title(int level, int size, JustificationValues side, int before, int after)
    {
        var style = Style(Heading(level), $"heading {level.ToString(CultureInfo.InvariantCulture)}", "黑体", size, side, line: 320, before, after, bold: true);
        style.StyleParagraphProperties!.PrependChild(new KeepNext());
        style.StyleParagraphProperties.Append(new OutlineLevel { Val = level - 1 });
        return style;
    }

    private static Style Style(string id, string name, string font, int size, JustificationValues side, int line, int before, int after, bool bold = false)
    {
        var letters = new StyleRunProperties(Fonts(font));
        if (bold)
        {
            letters.Append(new Bold());
        }

        letters.Append(new FontSize { Val = Number(size) });
        return new Style(
            new StyleName { Val = name },
            new PrimaryStyle(),
            new StyleParagraphProperties(new SpacingBetweenLines { Line = Number(line), LineRule = LineSpacingRuleValues.AtLeast, Before = Number(before), After = Number(after) }, new Justification { Val = side }),
            letters)
        { Type = StyleValues.Paragraph, StyleId = id, Default = id == Body };
    }

    private static RunFonts Fonts(string chinese) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = chinese };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
