using System.CommandLine;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg settle</c>: tranches, deductions carried to them, what is still owed.</summary>
internal static class SettleCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var command = new Verb("settle", "合同结算：各笔款项与扣款 / the contract's account: tranches and deductions", "./opsreg settle pingdingshan-2025")
        {
            Arguments = { contract },
            Options = { asOf },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var exit = session.ReportUnreadable();
            foreach (var folder in session.Contracts(parse.GetValue(contract)))
            {
                var result = session.Result(folder, session.AsOf(asOf, folder));
                exit = Math.Max(exit, session.ReportUncovered(result));
                BlockText.Write(session.Output, AccountBlocks.For(result), session.Language);
                session.Output.WriteLine();
            }

            return exit;
        });
        return command;
    }
}
