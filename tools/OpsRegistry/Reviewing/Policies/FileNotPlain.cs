using OpsRegistry.Loading;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A file of the registry is marked executable. Facts do not run; a mark that has no use here is a slip, or waits for somebody to run the file.
/// </summary>
internal sealed class FileNotPlain() : PolicyRule("OPS610", new("登记库文件带有可执行标记", "registry file marked executable"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from file in change.Files
        where file.Path.StartsWith("ops-registry/", StringComparison.Ordinal) && file.After?.Mode == FileMode.Executable
        select At(
            file,
            new("文件模式为 100755，应为 100644", "file mode is 100755, and 100644 is needed"),
            new("运行 git update-index --chmod=-x 加文件名", "run git update-index --chmod=-x on the file"));
}
