using OpsRegistry.Settling;
namespace OpsRegistry.Reporting.Workbooks;
/// <summary>x</summary>
public static class AssessmentWorkbook { /// <summary>x</summary>
public static byte[] Write(ContractResult a, PeriodResult b, ReportOrigin c) => []; }
