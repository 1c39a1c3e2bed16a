using Octokit;

namespace OpsRegistry.Cli.Forge;

/// <content>Releases: drafted, filled with files, then published at once.</content>
internal sealed partial class GitHubForge
{
    public Task<Release> PublishRelease(NewRelease release) => Ask(Operation.WriteRelease, async () =>
    {
        var found = await ReleaseOf(release.TagName);
        if (found is { Draft: false })
        {
            return new Release(found.TagName, found.HtmlUrl, IsNew: false);
        }

        var draft = found ?? await policy.CreateOnce(
            () => client.Repository.Release.Create(settings.Owner, settings.Name, new Octokit.NewRelease(release.TagName)
            {
                TargetCommitish = release.Sha,
                Name = release.Name,
                Body = release.Body,
                Draft = true,
            }),
            () => ReleaseOf(release.TagName));
        foreach (var (name, bytes) in release.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            await Upload(draft, name, bytes);
        }

        // The draft may be an earlier run's: what it says is written anew.
        var published = await policy.Repeat(() => client.Repository.Release.Edit(settings.Owner, settings.Name, draft.Id, new ReleaseUpdate
        {
            TagName = release.TagName,
            TargetCommitish = release.Sha,
            Name = release.Name,
            Body = release.Body,
            Draft = false,
        }));
        return new Release(published.TagName, published.HtmlUrl, IsNew: true);
    });

    private async Task Upload(Octokit.Release draft, string name, byte[] bytes)
    {
        if (await Uploaded(draft, name, bytes) is not null)
        {
            return;
        }

        await policy.CreateOnce(
            () => client.Repository.Release.UploadAsset(draft, new ReleaseAssetUpload(name, "application/octet-stream", new MemoryStream(bytes), null), CancellationToken.None),
            () => Uploaded(draft, name, bytes));
    }

    /// <summary>The asset where it has arrived whole; what has arrived in part is removed, for the forge would refuse its name.</summary>
    private async Task<ReleaseAsset?> Uploaded(Octokit.Release draft, string name, byte[] bytes)
    {
        var asset = (await client.Repository.Release.GetAllAssets(settings.Owner, settings.Name, draft.Id, Pages)).FirstOrDefault(asset => asset.Name == name);
        if (asset is null || (asset.State == "uploaded" && asset.Size == bytes.Length))
        {
            return asset;
        }

        await client.Repository.Release.DeleteAsset(settings.Owner, settings.Name, asset.Id);
        return null;
    }

    /// <summary>The release of a tag, drafts too; a draft has no address of its own tag yet.</summary>
    private async Task<Octokit.Release?> ReleaseOf(string tag) =>
        (await client.Repository.Release.GetAll(settings.Owner, settings.Name, Pages)).Where(release => release.TagName == tag).OrderBy(release => release.Draft).ThenBy(release => release.Id).FirstOrDefault();
}
