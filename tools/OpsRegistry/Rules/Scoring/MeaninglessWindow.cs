using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The hours of a window run backwards or overlap. No clock can run in it.
/// </summary>
internal sealed class MeaninglessWindow() : Rule("OPS523", new("服务时间没有意义", "window whose hours mean nothing"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from window in Governance.Levels(folder).SelectMany(levels => levels.Windows)
        where ContractClocks.WindowOf(window) is null
        let hours = Shown.Show(window.Segments.Select(segment => $"{segment.From}-{segment.To}"))
        select At(
            window.PlaceOf(nameof(window.Segments)),
            new($"“{window.Id}”的时段倒序或重叠：{hours.Zh}", $"hours of '{window.Id}' run backwards or overlap: {hours.En}"),
            new("每段的 to 晚于 from，各段不重叠；跨夜写成两段", "let each to be after its from and none overlap; write a night as two stretches"));
}
