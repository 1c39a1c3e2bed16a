using OpsRegistry.Model;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Templates;

/// <summary>A kind of document that contracts ask for.</summary>
/// <param name="Name">The word on the command line, and the template's file name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Subject">What one document is about.</param>
internal sealed record DocumentKind(string Name, Text Title, DocumentSubject Subject)
{
    /// <summary>The kinds of record that it may be about; none where it is about a span of days.</summary>
    public IReadOnlyList<string> RecordKinds { get; init; } = [];

    /// <summary>Months that it covers, counted from the term's first day where nobody names other days; 0 where it has no such length.</summary>
    public int Months { get; init; }

    /// <summary>The type of its values.</summary>
    internal Type Values { get; init; } = typeof(DocumentValues);

    /// <summary>Every kind, in the order in which a contract's life needs them.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        OfRecord("inspection-record", new("巡检记录表", "inspection record"), typeof(InspectionDocument), nameof(Inspection), nameof(SpecialInspection)),
        OfRecord("fault-report", new("故障处理及分析报告", "fault handling report"), typeof(FaultDocument), nameof(Incident), nameof(FaultReport)),
        OfRecord("drill-report", new("应急演练报告", "drill report"), typeof(DrillDocument), nameof(Drill)),
        OfRecord("training-record", new("培训记录", "training record"), typeof(TrainingDocument), nameof(Training)),
        OfRecord("defect-analysis", new("缺陷分析报告", "defect analysis"), typeof(DefectDocument), nameof(DefectAnalysis)),
        OfRecord("special-period-report", new("特殊时期保障报告", "special-period report"), typeof(SpecialPeriodDocument), nameof(SpecialPeriod)),
        OfMonths("monthly-report", new("运维月度报告", "monthly service report"), 1),
        OfMonths("quarterly-report", new("运维季度报告", "quarterly service report"), 3),
        OfMonths("half-year-report", new("运维半年度报告", "half-year service report"), 6),
        OfMonths("annual-report", new("运维年度报告", "annual service report"), 12),
        new("acceptance-summary", new("运维服务总结与验收报告", "acceptance summary"), DocumentSubject.Term) { Values = typeof(AcceptanceDocument) },
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static DocumentKind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Every placeholder of a kind with what it stands for; names within a list or group are written with its name and <c>[].</c> or a dot before them.</summary>
    public static IEnumerable<(string Name, string Label)> Placeholders(DocumentKind kind) => Placeholders(kind.Values, "");

    private static IEnumerable<(string Name, string Label)> Placeholders(Type values, string before)
    {
        var shape = ValueShape.Describe(values);
        foreach (var name in shape.Names)
        {
            var (form, type) = shape.Find(name)!.Value;
            yield return (before + name, shape.LabelOf(name));
            foreach (var inner in form == ValueForm.Text ? [] : Placeholders(type, before + name + (form == ValueForm.List ? "[]." : ".")))
            {
                yield return inner;
            }
        }
    }

    private static DocumentKind OfRecord(string name, Text title, Type values, params string[] kinds) =>
        new(name, title, DocumentSubject.Record) { Values = values, RecordKinds = kinds };

    private static DocumentKind OfMonths(string name, Text title, int months) =>
        new(name, title, DocumentSubject.Days) { Values = typeof(ServiceReportDocument), Months = months };
}

/// <summary>What one document is about.</summary>
internal enum DocumentSubject
{
    /// <summary>One record.</summary>
    Record,

    /// <summary>A span of days.</summary>
    Days,

    /// <summary>The whole term.</summary>
    Term,
}
