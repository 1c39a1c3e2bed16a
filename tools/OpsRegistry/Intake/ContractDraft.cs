using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Intake;

/// <summary>
/// Begins a whole contract: terms, limits, duties, scorecard, parties and systems. What the answers do not say is a plain beginning, which a person
/// corrects from the contract's text; each way of losing points stands in the scorecard as a comment.
/// </summary>
internal static class ContractDraft
{
    private const string Numbers = "0.##";

    /// <summary>The files by path, those that are there already left out.</summary>
    /// <param name="indicators">The table of indicators; empty for a beginning of two.</param>
    /// <param name="known">The paths that are there.</param>
    public static IReadOnlyDictionary<string, string> Write(ContractAnswers answers, IReadOnlyList<SheetIndicator> indicators, IReadOnlySet<string> known)
    {
        var folder = $"ops-registry/contracts/{answers.Name}/";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [folder + "contract.yaml"] = Terms(answers),
            [folder + "service-levels.yaml"] = Envelope("ServiceLevels", "service-levels", answers.Name) + Levels,
            [folder + "obligations.yaml"] = Envelope("Obligations", "obligations", answers.Name) + Duties,
            [folder + "scorecard.yaml"] = Scorecard(answers, indicators),
        };
        foreach (var (party, role) in new[] { (answers.Purchaser, "purchaser"), (answers.Vendor, "vendor") })
        {
            files[$"ops-registry/parties/{party.Code}.yaml"] = Envelope("Organization", party.Code, null) + $"  title: {Both(party.Title)}\n  role: {role}\n";
        }

        foreach (var system in answers.Systems)
        {
            files[$"{folder}systems/{system.Code}.yaml"] = Envelope("System", system.Code, answers.Name) + $"  title: {Both(system.Title)}\n";
        }

        return files.Where(file => !known.Contains(file.Key) || file.Key.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => YamlText.SchemaLine(file.Key, KindIn(file.Value).KebabName + ".schema.json") + file.Value, StringComparer.Ordinal);
    }

    private static Kind KindIn(string text) => Kinds.Named(text.Split('\n').First(line => line.StartsWith("kind: ", StringComparison.Ordinal))["kind: ".Length..])!;

    private static string Envelope(string kind, string name, string? contract) =>
        $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n{(contract is null ? "" : $"  contract: {contract}\n")}  provenance: source\nspec:\n";

    private static string Both(string text) => $"{{zh: {YamlText.Plainly(text, inFlow: true)}, en: {YamlText.Plainly(text, inFlow: true)}}}";

    private static string Show(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Terms(ContractAnswers answers)
    {
        var text = new StringBuilder(Envelope("Contract", answers.Name, answers.Name));
        text.Append(CultureInfo.InvariantCulture, $"""
              title: {Both(answers.Title)}
              purchaser: {answers.Purchaser.Code}
              vendor: {answers.Vendor.Code}
              # 每个事实都可以注明出处，如 clauses: ["来源编号 条款 行"]；001 是下面的来源编号
              # Each fact can cite its clause, as clauses: ["source clause line"]; 001 is the source's number below
              sources:
                - id: "001"
                  title: {YamlText.Plainly(answers.Title, inFlow: false)}
              signedOn:
                value: {Show(answers.SignedOn ?? answers.Start)}

            """);
        text.Append(answers.SignedOn is not null ? "" : "    assumed: true\n    reason: {zh: 尚未填写签订日，暂取服务期首日, en: the day of signing is not filled in; the first day of the term is taken}\n");
        text.Append(CultureInfo.InvariantCulture, $"  # end 是最后一天的次日 / end is the day after the last\n  term: {{start: {Show(answers.Start)}, end: {Show(answers.Through.PlusDays(1))}}}\n");
        text.Append(answers.Price is { } price ? $"  amount: {{value: \"{price.ToString("0.00", CultureInfo.InvariantCulture)}\"}}\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"  assessment: {{everyMonths: {answers.Months}, evaluateWithin: 10wd}}\n  payments:\n");
        foreach (var (share, index) in answers.Tranches.Select((share, index) => (share, index)))
        {
            var isLast = index == answers.Tranches.Count - 1;
            text.Append(CultureInfo.InvariantCulture, $"""
                    - id: {(isLast ? "final" : $"payment-{index + 1}")}
                      title: {(isLast ? "{zh: 尾款, en: Final payment}" : $"{{zh: 第 {index + 1} 笔款, en: Payment {index + 1}}}")}
                      share: "{(share / 100m).ToString("0.00##", CultureInfo.InvariantCulture)}"
                      triggers: [{(isLast ? "accepted" : "signed")}]
                      dueWithin: 15wd

                """);
            text.Append(isLast ? "      takesDeductions: true\n" : "");
        }

        text.Append(answers.Posts.Count > 0 ? "  staffing:\n" : "");
        foreach (var (post, headcount) in answers.Posts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - id: {post.Code}\n      title: {Both(post.Title)}\n      post: {post.Code}\n      headcount: {headcount}\n      onSite: true\n");
        }

        return text.ToString();
    }

    private const string Levels = """
          # 服务时间、故障级别、时限：按合同改 / windows, levels and limits: change them to the contract's
          windows:
            - id: office
              title: {zh: 工作日 8:30–17:30, en: Working days 8:30 to 17:30}
              days: workingDays
              segments: [{from: "08:30", to: "17:30"}]
            - id: always
              title: {zh: 全天, en: Round the clock}
              days: everyDay
              segments: [{from: "00:00", to: "24:00"}]
          severities:
            appliesTo: {kind: Incident, where: {category: fault}}
            levels:
              - id: level-1
                title: {zh: 重大, en: Grave}
                interruption: PT2H
              - id: level-2
                title: {zh: 一般, en: Ordinary}
          targets:
            - id: response
              title: {zh: 响应, en: Response}
              metric: response
              appliesTo: {kind: Incident}
              limit: PT15M
              window: always
            - id: restoration
              title: {zh: 恢复, en: Restoration}
              metric: restoration
              appliesTo: {kind: Incident, where: {category: fault}}
              limit: PT8H
              window: office
            - id: fault-report
              title: {zh: 故障报告, en: Fault report}
              metric: report
              reportType: formal
              appliesTo: {kind: Incident, where: {category: fault}}
              limit: 3wd

        """;

    private const string Duties = """
          # 定期义务：多久一次、由什么记录履行 / recurring duties: how often, and which records fulfil them
          items:
            - id: monthly-inspection
              title: {zh: 月度巡检, en: Monthly inspection}
              recurrence: {every: month}
              fulfilledBy:
                - {kind: Inspection, where: {inspectionType: routine}}
            - id: drill
              title: {zh: 应急演练, en: Emergency drill}
              recurrence: {every: halfYear}
              fulfilledBy:
                - {kind: Drill}

        """;

    private static string Scorecard(ContractAnswers answers, IReadOnlyList<SheetIndicator> indicators)
    {
        var marks = indicators.Count > 0 ? indicators.Sum(indicator => indicator.Marks) : 100m;
        var text = new StringBuilder(Envelope("Scorecard", "scorecard", answers.Name));
        text.Append(CultureInfo.InvariantCulture, $"  title: {Both(answers.Title)}\n  marks: {Number(marks)}\n  totalFloor: 0\n").Append(Shapes).Append("  groups:\n").Append(indicators.Count > 0 ? Listed(indicators) : Beginning);
        text.Append(CultureInfo.InvariantCulture, $"""
              # 分数档次与扣款比例 / bands, and the share of the total that each costs
              bands:
                - id: full
                  title: {Both($"≥ {Number(marks * 0.9m)}")}
                  from: {Number(marks * 0.9m)}
                  share: 0
                - id: reduced
                  title: {Both($"< {Number(marks * 0.9m)}")}
                  below: {Number(marks * 0.9m)}
                  share: "0.05"

            """);
        return text.ToString();
    }

    private static string Number(decimal number) => number == decimal.Truncate(number) ? number.ToString("0", CultureInfo.InvariantCulture) : $"\"{number.ToString(Numbers, CultureInfo.InvariantCulture)}\"";

    /// <summary>The table's lines: until a person says how marks are lost, the purchaser gives the score.</summary>
    private static string Listed(IReadOnlyList<SheetIndicator> indicators)
    {
        var text = new StringBuilder();
        foreach (var (group, index) in indicators.GroupBy(indicator => indicator.Group).Select((group, index) => (group, index)))
        {
            var id = index < 26 ? ((char)('A' + index)).ToString() : $"G{index + 1}";
            text.Append(CultureInfo.InvariantCulture, $"    - id: {id}\n      title: {Both(group.Key.Length > 0 ? group.Key : "考核指标")}\n      marks: {Number(group.Sum(indicator => indicator.Marks))}\n      indicators:\n");
            foreach (var (indicator, number) in group.Select((indicator, number) => (indicator, number + 1)))
            {
                text.Append(CultureInfo.InvariantCulture, $"        - id: {id}{number}\n          title: {Both(indicator.Title)}\n          marks: {Number(indicator.Marks)}\n          floor: 0\n          deductions:\n");
                text.Append(CultureInfo.InvariantCulture, $"            - id: {id}{number}-1\n              title: {Both(indicator.Deduction)}\n              judged: {{least: 0, most: {Number(indicator.Marks)}}}\n");
            }
        }

        return text.ToString();
    }

    private const string Beginning = """
            - id: A
              title: {zh: 日常工作, en: Routine work}
              marks: 40
              indicators:
                - id: A1
                  title: {zh: 巡检, en: Inspections}
                  marks: 40
                  floor: 0
                  deductions:
                    - id: A1-1
                      title: {zh: 每缺一次巡检扣 10 分, en: 10 points for each missing inspection}
                      missingOccurrences: {obligation: monthly-inspection, points: 10}
            - id: B
              title: {zh: 故障, en: Faults}
              marks: 60
              indicators:
                - id: B1
                  title: {zh: 供应商责任的故障, en: Faults of the vendor's}
                  marks: 60
                  floor: 0
                  deductions:
                    - id: B1-1
                      title: {zh: 按级别扣分, en: By level}
                      matchingRecords:
                        records: {kind: Incident, where: {category: fault, attributable: true}}
                        pointsBy:
                          field: severity
                          values: {level-1: 20, level-2: 5}

        """;

    private const string Shapes = """
          # 扣分有八种算法，一条扣分取一种；“人工评定”能改成别的就改，改后由记录自动得分。全部示例：opsreg help shapes
          # A deduction has one of eight shapes; where a person judges and a record could decide, change the shape. Worked examples: opsreg help shapes
          #   缺一次扣几分 / each missing one:       missingOccurrences: {obligation: monthly-inspection, points: 2}
          #   每条记录扣几分 / each record:          matchingRecords: {records: {kind: Incident, where: {missedTargets: response}}, points: 1}
          #   每满几次扣几分 / every so many:        everyNth: {records: {kind: Attendance, where: {event: unreachable}}, every: 3, points: 1}
          #   每迟一天扣几分 / each day late:        daysLate: {target: fault-report, points: 1}
          #   半年没有做扣一次 / none in a half-year: noneInWiderPeriod: {obligation: drill, points: 5}
          #   按实测时长得分 / by a measured time:   measuredBand: {target: response, bands: [{upTo: PT1H, score: 10}, {score: 5}], neverScore: 0}
          #   汇总指标未达 / a missed aggregate:     missedAggregate: {aggregate: monthly-response, points: 2}
          #   人工评定 / given by a person:          judged: {least: 0, most: 10}

        """;
}
