using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg explain</c>: a rule's page, or the proof of deductions down to record and clause.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "规则编号（OPS312）、合同名或记录名 / a rule id (OPS312), a contract or a record" };
        var period = new Argument<string?>("period") { Description = "考核周期，如 P1，或付款条件（final.accepted）；对记录：时限编号，或 severity / assessment period, e.g. P1, or a condition of payment (final.accepted); for a record: a target's id, or severity", Arity = ArgumentArity.ZeroOrOne };
        var part = new Argument<string?>("part") { Description = "指标（B1）、扣分（A1-1.2）或扣款（band、commitments.1）编号，或事件名 / an indicator (B1), a deduction of points (A1-1.2) or money (band, commitments.1), or an incident's name", Arity = ArgumentArity.ZeroOrOne };
        var asOf = GlobalOptions.AsOf();
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("explain", "逐条说明规则、扣分或计时 / explain a rule, a deduction or a clock", "./opsreg explain OPS312", "./opsreg explain pingdingshan-2025 P1 B1", "./opsreg explain pingdingshan-2025 P1 commitments.1", "./opsreg explain pingdingshan-2025 final.accepted", "./opsreg explain pingdingshan-2025 P1 --format json", "./opsreg explain pingdingshan-2025 P1 incident-2026-0003", "./opsreg explain incident-2026-0003", "./opsreg explain incident-2026-0003 restoration")
        {
            Arguments = { what, period, part },
            Options = { asOf, format },
        };
        command.SetAction(parse =>
        {
            var asked = parse.GetValue(what)!;
            if (asked.StartsWith("OPS", StringComparison.OrdinalIgnoreCase) && asked.Length > 3 && asked[3..].All(char.IsAsciiDigit))
            {
                return Rule(parse, asked.ToUpperInvariant());
            }

            if (RulePages.Rules.FirstOrDefault(rule => string.Equals(rule.Name, asked, StringComparison.OrdinalIgnoreCase)) is { } named)
            {
                return Rule(parse, named.Id);
            }

            var session = Session.Open(parse, asked);
            if (session.Loaded.Registry.ContractNamed(asked) is not null)
            {
                return Proofs(session, asked, parse.GetValue(period), parse.GetValue(part), asOf, parse.GetValue(format)!);
            }

            return ExplainRecord.Holding(session, asked) is { Count: > 0 } holding
                ? ExplainRecord.Run(session, holding, asked, parse.GetValue(period), asOf, parse.GetValue(format)!)
                : throw new UsageException(Misuse.With(
                    new($"没有名为“{asked}”的合同、记录或规则", $"no contract, record or rule is named '{asked}'"),
                    Nearest.To(asked, session.Loaded.Registry.Resources.Select(resource => resource.Name).Concat(RulePages.Rules.Select(rule => rule.Name)).Distinct(StringComparer.Ordinal))));
        });
        return command;
    }

    private static int Rule(ParseResult parse, string id)
    {
        if (Handbook.Find(id) is not { } page)
        {
            throw new UsageException(Misuse.With(
                new($"没有规则“{id}”；全部规则：./opsreg help rules", $"there is no rule '{id}'; all rules: ./opsreg help rules"),
                Nearest.To(id, RulePages.Rules.Select(rule => rule.Id))));
        }

        parse.InvocationConfiguration.Output.Write(page);
        return ExitCode.Clean;
    }

    private static int Proofs(Session session, string contract, string? period, string? part, Option<string?> asOf, string format)
    {
        var exit = session.ReportUnreadable();
        var result = session.Result(session.Contracts(contract)[0], session.AsOf(asOf, session.Contracts(contract)[0]));
        var held = result.Settlement.Tranches.SelectMany(tranche => tranche.Held).Where(line => line.Id == period || line.Term == period).ToList();
        if (part is null && held.Count > 0 && format == "text")
        {
            foreach (var line in held)
            {
                SettlementProof.Write(session.Output, contract, line, session.Language);
            }

            ExplainWords.Write(session, result.Folder, held.SelectMany(line => line.Clauses));
            return exit;
        }

        // A deduction may be named without its period.
        var isPart = part is null && period is not null && result.Periods.All(one => one.Period.Id != period) && result.Periods.Any(one => Holds(one, new(period)));
        var asked = new ProofPart(isPart ? period : part);
        var periods = isPart ? result.Periods.Where(one => Holds(one, asked)).ToList() : Session.Periods(result, period);
        if (format == "json")
        {
            ProofJson.Write(session.Output, periods, asked, session.Origin());
            return exit;
        }

        foreach (var shown in periods)
        {
            Explain(session, shown, asked);
        }

        ExplainWords.Write(session, result.Folder, periods.SelectMany(one => ExplainWords.CitedIn(one, asked).Concat(asked.Name is null ? [] : Clocks(one, asked).SelectMany(target => target.Target.Clauses))));
        return exit;
    }

    private static bool Holds(PeriodResult period, ProofPart part) => period.Assessment.Indicators.Any(part.Has) || period.Settlement.Lines.Any(part.Has) || Clocks(period, part).Any();

    private static IEnumerable<TargetResult> Clocks(PeriodResult period, ProofPart part) =>
        period.Assessment.Measurement.TargetsIn(period.Period).Where(target => target.Resource.Name == part.Name);

    private static void Explain(Session session, PeriodResult period, ProofPart part)
    {
        if (part.Name is not null && !Holds(period, part))
        {
            session.Output.WriteLine(new Text(
                $"{period.Period.Id}：“{part.Name}”没有扣分、扣款，也没有计时",
                $"{period.Period.Id}: '{part.Name}' has no deduction, of points or money, and no clock").In(session.Language));
            return;
        }

        foreach (var target in Clocks(period, part))
        {
            session.Output.WriteLine($"{period.Assessment.Measurement.Folder.Name} {period.Period.Id}  {target.Resource.Name}  {target.Target.Id}");
            DeductionProof.WriteClock(session.Output, target, session.Language);
            session.Output.WriteLine();
        }

        foreach (var line in period.Settlement.Lines.Where(line => part.Name is not null && part.Has(line)))
        {
            SettlementProof.Write(session.Output, period, line, session.Language);
        }

        foreach (var line in period.Assessment.Indicators.Where(part.Has))
        {
            foreach (var awaited in line.Awaited.Where(awaited => part.Has(line, awaited)))
            {
                DeductionProof.WriteAwaited(session.Output, period, line, awaited, session.Language);
            }

            foreach (var deduction in line.Deductions.Where(deduction => part.Has(line, deduction)))
            {
                DeductionProof.Write(session.Output, period, deduction, session.Language);
            }
        }
    }
}
