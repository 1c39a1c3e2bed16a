using System.CommandLine;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg settle</c>: tranches, deductions carried to them, what is still owed.</summary>
internal static class SettleCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var format = GlobalOptions.Format("text", "json", "csv");
        var command = new Verb("settle", "合同结算：各笔款项与扣款 / the contract's account: tranches and deductions", "./opsreg settle pingdingshan-2025", "./opsreg settle pingdingshan-2025 --format json")
        {
            Arguments = { contract },
            Options = { asOf, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            var exit = session.ReportUnreadable();
            var results = session.Results(asOf, parse.GetValue(contract));
            exit = Math.Max(exit, session.ReportUncovered(results));
            Write(session, results, parse.GetValue(format)!);
            return exit;
        });
        return command;
    }

    private static void Write(Session session, IReadOnlyList<ContractResult> results, string format)
    {
        switch (format)
        {
            case "json":
                AccountJson.Write(session.Output, results, session.Origin(), session.Language);
                break;
            case "csv":
                TableCsv.Write(session.Output, ["contract"], results.Select(result => ((IReadOnlyList<string>)[result.Folder.Name], (Table)MoneyTable.For(result))).ToList(), session.Language);
                break;
            default:
                foreach (var result in results)
                {
                    BlockText.Write(session.Output, AccountBlocks.For(result), session.Language);
                    session.Output.WriteSummary(SummaryWords.OfAccount(result), session.Language);
                    session.Output.WriteLine();
                }

                break;
        }
    }
}
