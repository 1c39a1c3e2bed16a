using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Verifying;

namespace OpsRegistry.Reporting.Site;

/// <summary>The report of a period as files: what is signed, what is compared, what programs read.</summary>
internal static class PeriodDownloads
{
    /// <summary>Both workbooks, Markdown and JSON, the same bytes as <c>opsreg publish</c> writes at this commit.</summary>
    public static IReadOnlyList<Download> For(SiteContents site, SiteContract contract, PeriodResult period)
    {
        string Address(string extension) => SiteAddress.Period(contract.Name, period.Period.Id)[..^".html".Length] + "." + extension;
        return
        [
            new(Address("xlsx"), new("签署页（Excel）", "signing set (Excel)"), () => AssessmentWorkbook.ToBytes(contract.Result, period, site.ReportOrigin.Value, AssessmentVolume.SigningSet)),
            new(Address("data.xlsx"), new("数据册（Excel）", "data book (Excel)"), () => AssessmentWorkbook.ToBytes(contract.Result, period, site.ReportOrigin.Value, AssessmentVolume.DataBook)),
            new(Address("md"), Text.Same("Markdown"), () => Written(output => AssessmentMarkdown.Write(output, contract.Result, period))),
            new(Address("json"), Text.Same("JSON"), () => Written(output => AssessmentJson.Write(output, period, site.ReportOrigin.Value, Language.Zh))),
        ];
    }

    private static byte[] Written(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
