namespace OpsRegistry.Loading;

/// <summary>The rules of reading: what makes a file unfit to be looked at. A file that breaks one is not seen by any later stage.</summary>
internal static class ReadingRules
{
    /// <summary>
    /// The bytes are not UTF-8. Two readers of such a file see two different texts, so what a reviewer approved would not be what is counted.
    /// The usual cause is an editor that saved the file as GBK, GB 18030 or UTF-16.
    /// </summary>
    public static readonly RuleInfo NotUtf8 = Error("OPS001", nameof(NotUtf8), "文件不是 UTF-8 编码", "file is not UTF-8");

    /// <summary>
    /// The file holds a character that cannot be seen or that moves others: controls, line separators, bidirectional controls, zero-width characters, a byte order mark within the text, a lone carriage return, a foreign blank where a key or value begins.
    /// With them a line can show one value to the reviewer and hold another, and a comment can hide a live key.
    /// An escape in a quoted text that stands for such a character is refused too.
    /// </summary>
    public static readonly RuleInfo ForbiddenCharacter = Error("OPS002", nameof(ForbiddenCharacter), "含有不可见或会改变显示的字符", "character that cannot be seen");

    /// <summary>The file is larger than 1 MB. A record is a few kilobytes; a limit keeps one file from slowing or stopping the judgement of all.</summary>
    public static readonly RuleInfo FileTooLarge = Error("OPS003", nameof(FileTooLarge), "文件过大", "file is too large");

    /// <summary>The text is not YAML: a bracket or quote is not closed, lines are not aligned, a value needs quotes.</summary>
    public static readonly RuleInfo YamlSyntax = Error("OPS004", nameof(YamlSyntax), "YAML 语法错误", "not YAML");

    /// <summary>Values are nested deeper than 32 levels. No record needs ten; deep nesting is how a small file overflows a reader's stack.</summary>
    public static readonly RuleInfo NestedTooDeep = Error("OPS005", nameof(NestedTooDeep), "嵌套过深", "nested too deep");

    /// <summary>
    /// Anchors, aliases, merge keys, tags and directives make a value depend on text elsewhere, or mean something else than it shows.
    /// Every record here says in place what it says.
    /// </summary>
    public static readonly RuleInfo AnchorOrTag = Error("OPS006", nameof(AnchorOrTag), "使用了锚点、别名、合并键、标签或指令", "anchor, alias, merge key, tag or directive");

    /// <summary>A file holds exactly one document of keys and values: an empty file says nothing, and a second document would be missed by readers that stop after the first.</summary>
    public static readonly RuleInfo NotOneDocument = Error("OPS007", nameof(NotOneDocument), "文件不是单个键值文档", "not one document of keys and values");

    /// <summary>
    /// A key stands twice in one mapping. Readers disagree on which of the two counts, so neither does.
    /// Keys are compared without regard to upper and lower case: two that differ only so are meant to be mistaken for each other, or are a slip.
    /// </summary>
    public static readonly RuleInfo DuplicateKey = Error("OPS008", nameof(DuplicateKey), "键重复", "duplicate key");

    /// <summary>A symbolic link, pipe, device or submodule stands where a file should. What it points at can change without a commit.</summary>
    public static readonly RuleInfo NotARegularFile = Error("OPS009", nameof(NotARegularFile), "不是普通文件", "not a regular file");

    /// <summary>A tab. Its width differs from editor to editor, so what looks aligned is not; YAML forbids it in indentation, and this registry forbids it everywhere.</summary>
    public static readonly RuleInfo TabCharacter = Error("OPS010", nameof(TabCharacter), "含有制表符", "tab character");

    /// <summary>The file is listed but cannot be read: no permission, or gone since it was listed.</summary>
    public static readonly RuleInfo UnreadableFile = Error("OPS011", nameof(UnreadableFile), "文件无法读取", "file cannot be read");

    /// <summary>A key is a list, a mapping or nothing. Keys are names; anything else cannot be spoken of in a message or found by a reader.</summary>
    public static readonly RuleInfo KeyIsNotText = Error("OPS012", nameof(KeyIsNotText), "键不是文字", "key is not text");

    /// <summary>
    /// The file begins with a byte order mark, as older editors of Windows write it. It is passed over and the file is judged; other tools may show it as text,
    /// or miss the first key.
    /// </summary>
    public static readonly RuleInfo ByteOrderMark = new("OPS013", nameof(ByteOrderMark), new("文件以 BOM 开头", "byte order mark"), Severity.Note);

    /// <summary>
    /// The lines that git leaves where two changes meet. Both sides stand in the file, so it is the record of neither; within a block of text they would
    /// even pass as text.
    /// </summary>
    public static readonly RuleInfo UnresolvedConflict = Error("OPS014", nameof(UnresolvedConflict), "合并冲突没有解决", "unresolved merge conflict");

    /// <summary>Every reading rule, by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        NotUtf8,
        ForbiddenCharacter,
        FileTooLarge,
        YamlSyntax,
        NestedTooDeep,
        AnchorOrTag,
        NotOneDocument,
        DuplicateKey,
        NotARegularFile,
        TabCharacter,
        UnreadableFile,
        KeyIsNotText,
        ByteOrderMark,
        UnresolvedConflict,
    ];

    private static RuleInfo Error(string id, string name, string zh, string en) => new(id, name, new Text(zh, en), Severity.Error) { KeepsFileOut = true };
}
