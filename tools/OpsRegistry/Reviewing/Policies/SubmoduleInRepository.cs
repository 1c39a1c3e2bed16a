using OpsRegistry.Loading;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// The change brings in another repository as a submodule. What it holds is not reviewed here, and can be gone tomorrow.
/// </summary>
internal sealed class SubmoduleInRepository() : PolicyRule("OPS612", new("引入了子模块", "submodule"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from file in change.Files
        where file.After?.Mode == FileMode.Submodule
        select At(
            file,
            new($"“{file.Path}”是另一个仓库的提交 {file.After!.Blob[..12]}", $"'{file.Path}' is commit {file.After!.Blob[..12]} of another repository"),
            new("提交文件本身，不引入子模块", "commit the files themselves"));
}
