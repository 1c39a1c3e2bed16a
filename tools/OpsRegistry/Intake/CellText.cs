using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>
/// What somebody meant by a cell of a form. Programs for tables turn what looks like a date into a number of days, whatever the column's format says, and
/// round long numbers; formulas are read as what they last showed.
/// </summary>
internal static class CellText
{
    private const double RoundedFrom = 1e15; // fifteen figures are kept

    // A day that lost its format is a number of days: 2000-01-01 to 2100-01-01.
    private const double EarliestDay = 36526;
    private const double LatestDay = 73051;
    private const int DaysTo1904 = 1462;

    /// <summary>The words of a cell, or what is wrong with it.</summary>
    /// <param name="shape">What the question asks for.</param>
    /// <param name="countsFrom1904">True where the workbook counts its days from 1904.</param>
    public static (string Text, FormProblem? Complaint) Read(FormCell cell, AnswerShape shape, bool countsFrom1904)
    {
        var (type, value, formula) = cell.Content;
        if (cell.IsPicture)
        {
            return Wrong(new("是图片，登记表里放不了", "is a picture, which a form cannot hold"), new("删去；要作证据，把图片存成文件，和登记表一起交", "clear it; as a proof, save it as a file and send it with the form"));
        }

        if (type == 'e')
        {
            return Wrong(new($"显示 {value}", $"shows {value}"), new("改成内容本身，不用公式", "write the answer itself, no formula"));
        }

        if (value.Length == 0)
        {
            return Wrong(new("是公式，没有保存结果", "is a formula without a saved result"), new("复制这一格，选择性粘贴为数值", "copy the cell and paste it as a value"));
        }

        if (type == 'b' || (type == 'n' && shape == AnswerShape.Truth && value is "0" or "1")) // LibreOffice saves a truth in a column of texts as a number
        {
            return (value is "1" or "true" ? "是" : "否", null);
        }

        if (type != 'n' || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return (cell.Text, null);
        }

        var format = cell.Content.Look.Format;
        var isShownAsTime = NumberFormats.ShowsTime(format) && number is >= 0 and < LatestDay;
        if (isShownAsTime || (shape is AnswerShape.Date or AnswerShape.Time && number is (>= EarliestDay and < LatestDay) or (> 0 and < 1)))
        {
            return countsFrom1904 && !isShownAsTime
                ? Wrong(
                    new("是数字；这份工作簿的日期从 1904 年算起，看不出是哪一天", "is a number, and this workbook counts days from 1904: nobody knows which day is meant"),
                    new("改写成 2026-01-08 09:40 这样的文字", "write it as text, such as 2026-01-08 09:40"))
                : (MomentOf(number + (countsFrom1904 && number >= 1 ? DaysTo1904 : 0), shape == AnswerShape.Time && format.Contains('h', StringComparison.Ordinal)), null);
        }

        return Figures(number, format, formula);

        static (string, FormProblem?) Wrong(Text message, Text help) => ("", new(null, message, help));
    }

    // As far as the file kept what was typed: sixteen figures and more are rounded, and what a format adds is not in the value.
    private static (string, FormProblem?) Figures(double number, string format, string? formula) =>
        Math.Abs(number) >= RoundedFrom ? ("", new(
            null,
            new("是超过 15 位的数字，表格软件已经改掉后面几位", "is a number of more than 15 figures, and the last ones are lost"),
            new("把这一格设为文本格式，重新填写", "format the cell as text and write it again")))
        : format.Length > 1 && format.All(letter => letter == '0') ? (number.ToString(format, CultureInfo.InvariantCulture), null)
        : format.Contains('%', StringComparison.Ordinal) && formula is null ? ("", new(
            null,
            new("显示的是百分比，保存的是另一个数", "shows a percentage and holds another number"),
            new("把这一格设为文本格式，重新填写", "format the cell as text and write it again")))
        : (number.ToString("0.##########", CultureInfo.InvariantCulture), null);

    /// <summary>A number of days as a day, a time of day, or both where there are both.</summary>
    private static string MomentOf(double days, bool withTime)
    {
        var moment = DateTime.FromOADate(days).AddMilliseconds(500); // a second is a fraction of a day that no binary number holds
        var isMidnight = moment.TimeOfDay < TimeSpan.FromSeconds(1);
        return moment.ToString(days < 1 ? "HH:mm:ss" : isMidnight && !withTime ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
