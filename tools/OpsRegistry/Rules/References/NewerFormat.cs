using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// The registry names a format that this program does not know. It may mean something else by the same words, so nothing that is computed from it can be believed.
/// </summary>
internal sealed class NewerFormat() : Rule("OPS015", new("格式比程序新", "format newer than the program"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from settings in registry.Of<RegistrySettings>()
        where settings.Spec.FormatVersion > FormatMigration.Current
        select At(
            settings.Spec.PlaceOf(nameof(settings.Spec.FormatVersion)),
            new($"登记库的格式是第 {settings.Spec.FormatVersion} 版，本程序只读到第 {FormatMigration.Current} 版", $"the registry has format {settings.Spec.FormatVersion}, and this program reads formats up to {FormatMigration.Current}"),
            new("换用更新的 opsreg；写错了就改回来", "use a newer opsreg; if the number is a slip, correct it"));
}
