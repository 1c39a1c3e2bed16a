namespace OpsRegistry.Cli.Forge;

/// <summary>The forges that there are adapters for.</summary>
internal enum ForgeKind
{
    /// <summary>github.com, and GitHub Enterprise.</summary>
    GitHub,

    /// <summary>Gitea, and Forgejo, which has its interface.</summary>
    Gitea,

    /// <summary>gitee.com, and Gitee's enterprise editions.</summary>
    Gitee,

    /// <summary>gitlab.com, and GitLab on a machine of one's own.</summary>
    GitLab,
}
