namespace OpsRegistry.Verifying.Workbooks;

/// <summary>
/// Typefaces that show letters as what they are. Programs put in one for another where a machine lacks it, which changes how a word looks and not what
/// it says; a face of pictures or symbols is none of these.
/// </summary>
internal static class Typefaces
{
    private static readonly string[] Plain =
    [
        "宋体", "新宋体", "黑体", "仿宋", "仿宋_GB2312", "楷体", "楷体_GB2312", "等线", "等线 Light", "微软雅黑", "方正小标宋简体", "华文宋体", "华文中宋", "华文仿宋", "华文楷体", "华文细黑",
        "SimSun", "NSimSun", "SimHei", "FangSong", "KaiTi", "DengXian", "Microsoft YaHei", "STSong", "STFangsong", "STKaiti", "STHeiti", "PingFang SC",
        "Noto Sans CJK SC", "Noto Serif CJK SC", "Source Han Sans SC", "Source Han Serif SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "AR PL UMing CN", "AR PL UKai CN", "Droid Sans Fallback",
        "Arial", "Calibri", "Cambria", "Times New Roman", "Tahoma", "Verdana", "Segoe UI", "Liberation Sans", "Liberation Serif", "Carlito", "Caladea", "DejaVu Sans", "DejaVu Serif", "Noto Sans", "Noto Serif",
    ];

    /// <summary>One word for every plain face; any other by its own name.</summary>
    public static string Of(string face) => Plain.Contains(face, StringComparer.OrdinalIgnoreCase) ? "plain" : face;
}
