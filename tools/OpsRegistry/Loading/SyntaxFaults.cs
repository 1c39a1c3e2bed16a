namespace OpsRegistry.Loading;

/// <summary>What is wrong with the syntax, in words a person who does not know YAML can use.</summary>
internal sealed record SyntaxFault(Message Message, Text Help);

/// <summary>The parser's messages in plain words and both languages.</summary>
internal static class SyntaxFaults
{
    private static readonly Text Align = new("使同级的键从同一列开始，下级多缩进两个空格", "begin keys of one level in the same column and indent the next level by two spaces");
    private static readonly Text CloseBrackets = new("补上缺少的逗号或右括号", "add the comma or closing bracket that is missing");
    private static readonly Text Quote = new("给该值加引号", "put quotes round the value");

    /// <summary>A comma or closing bracket is missing.</summary>
    public static SyntaxFault MissingComma { get; } = new(new("方括号或花括号中缺少逗号或右括号", "comma or closing bracket missing"), CloseBrackets);

    /// <summary>A key of a mapping in braces has no blank after its colon, so that key and value are one word.</summary>
    public static SyntaxFault MissingBlank { get; } = new(new("花括号中冒号后缺少空格", "no blank after a colon in braces"), new("冒号后写一个空格，如 {zh: 名称, en: name}", "write a space after each colon, e.g. {zh: 名称, en: name}"));

    /// <summary>A value begins with a character that YAML keeps for itself.</summary>
    public static SyntaxFault ReservedStart { get; } = new(new("值不能以此字符开头", "a value cannot begin with this character"), Quote);

    // By what the library's message contains; the first that fits is used.
    private static readonly (string Fragment, SyntaxFault Fault)[] Known =
    [
        ("did not find expected key", new(new("此处应为同级的键，或缩进不一致", "no key where one is expected, or lines are not aligned"), Align)),
        ("did not find expected '-' indicator", new(new("列表项未对齐，或缺少 '-'", "list items are not aligned, or a '-' is missing"), Align)),
        ("found invalid mapping", new(new("值中又出现了冒号加空格", "a second colon and space within a value"), Quote)),
        ("expected ',' or", MissingComma),
        ("did not find expected node content", new(new("此处应有值", "no value where one is expected"), CloseBrackets)),
        ("Reached the end of the stream", new(new("文件在值写完之前结束", "file ends before the value does"), CloseBrackets)),
        ("found unexpected end of stream", new(new("引号没有闭合", "quote is not closed"), new("补上右引号", "add the closing quote"))),
        ("found unexpected document indicator", new(new("引号没有闭合", "quote is not closed"), new("补上右引号", "add the closing quote"))),
        ("cannot start any token", ReservedStart),
        ("could not find expected ':'", new(new("键后面缺少冒号", "colon missing after a key"), new("键后写冒号和一个空格", "write a colon and a space after the key"))),
        ("unknown escape character", new(new("双引号中的反斜杠写法无效", "backslash in double quotes begins no known escape"), new("改用单引号，或把反斜杠写两次", "use single quotes, or write the backslash twice"))),
        ("hexadecimal number", new(new("转义写法中的十六进制数字不完整", "escape lacks hexadecimal digits"), new("改用单引号，或补全数字", "use single quotes, or complete the digits"))),
        ("surrogate", new(new("转义写法不是一个字符", "escape is not a character"), new("直接写出该字符", "write the character itself"))),
        ("undefined tag handle", new(new("未定义的标签", "tag with an unknown handle"), new("删除标签", "delete the tag"))),
        ("more than one anchor", new(new("同一个值有两个锚点", "two anchors on one value"), new("删除锚点", "delete the anchors"))),
        ("block scalar", new(new("多行文字（| 或 >）的写法有误", "text block ('|' or '>') is not written as it should be"), new("| 或 > 后换行，正文统一缩进", "end the line after '|' or '>' and indent the text evenly"))),
    ];

    /// <summary>For what the library itself did not explain.</summary>
    public static SyntaxFault Unexplained { get; } = new(new("此处附近不是有效的 YAML", "not YAML near here"), new("检查此处之前的引号、括号和缩进", "check quotes, brackets and indentation before this point"));

    /// <summary>The fault behind a message of the library.</summary>
    public static SyntaxFault Explain(string message)
    {
        foreach (var (fragment, fault) in Known)
        {
            if (message.Contains(fragment, StringComparison.Ordinal))
            {
                return fault;
            }
        }

        return Unexplained;
    }
}
