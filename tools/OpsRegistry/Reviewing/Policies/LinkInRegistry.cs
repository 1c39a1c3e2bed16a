using OpsRegistry.Loading;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A symbolic link stands where a file of the registry should. What it shows can change without any commit, and it may lead out of the repository.
/// </summary>
internal sealed class LinkInRegistry() : PolicyRule("OPS611", new("登记库中出现符号链接", "symbolic link in the registry"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from file in change.Files
        where file.Path.StartsWith("ops-registry/", StringComparison.Ordinal) && file.After?.Mode == FileMode.SymbolicLink
        select At(
            file,
            new("文件模式为 120000（符号链接），应为 100644", "file mode is 120000 (a symbolic link), and 100644 is needed"),
            new("提交文件本身", "commit the file itself"));
}
