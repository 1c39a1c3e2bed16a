namespace OpsRegistry.Tests.Verifying;

/// <summary>What must be found in a made history, read from what each of its commits holds.</summary>
internal static class ExpectedRules
{
    /// <summary>The rules that must be heard of, as a plain reading of what each commit holds says; by id.</summary>
    public static SortedSet<string> Of(IReadOnlyList<MadeStep> steps, bool isReplaced)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var gone = new Dictionary<string, MadeFile>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            found.UnionWith(step.Before.Keys.Union(step.After.Keys).SelectMany(path => OfFile(step, path, gone)));
            found.UnionWith(OfTime(step));
            found.UnionWith(step.Others == 0 ? [] : step.Others > 1 ? ["OPS715"] : step.Base is null ? ["OPS716"] : OfMerge(step));
            foreach (var path in step.Before.Keys.Except(step.After.Keys))
            {
                gone[path] = step.Before[path];
            }
        }

        if (isReplaced)
        {
            found.Add("OPS720");
        }

        return found;
    }

    private static IEnumerable<string> OfFile(MadeStep step, string path, Dictionary<string, MadeFile> gone)
    {
        var (before, after) = (step.Before.GetValueOrDefault(path), step.After.GetValueOrDefault(path));
        if (before == after)
        {
            yield break;
        }

        if (after is { IsExecutable: true })
        {
            yield return "OPS610";
        }

        if (before is null)
        {
            if (gone.TryGetValue(path, out var deleted) && deleted.Text != after!.Text)
            {
                yield return "OPS722";
            }
        }
        else if (after is null)
        {
            if (before.IsReadable)
            {
                yield return step.After.Where(other => !step.Before.ContainsKey(other.Key)).Any(other => other.Value.IsReadable && other.Value.Said == before.Said) ? "OPS621" : "OPS620";
            }
        }
        else if (before.IsReadable)
        {
            if (!after.IsReadable)
            {
                yield return "OPS721";
            }
            else if (before.Said != after.Said)
            {
                yield return "OPS622";
            }
        }
    }

    private static IEnumerable<string> OfTime(MadeStep step)
    {
        if (step.At < step.AtBefore.AddHours(-1))
        {
            yield return "OPS719";
        }

        if (step.At == MadeHistory.Ahead)
        {
            yield return "OPS725";
        }
    }

    private static IEnumerable<string> OfMerge(MadeStep step) =>
        from path in step.Base!.Keys.Union(step.Before.Keys).Union(step.Theirs!.Keys).Union(step.After.Keys)
        let common = step.Base.GetValueOrDefault(path)
        let ours = step.Before.GetValueOrDefault(path)
        let theirs = step.Theirs.GetValueOrDefault(path)
        let merged = step.After.GetValueOrDefault(path)
        let wanted = theirs == common || theirs == ours ? ours : theirs
        where ours != common && theirs != common && ours != theirs || merged != wanted
        select ours != common && theirs != common && ours != theirs ? (merged == ours || merged == theirs ? "OPS714" : "OPS711")
            : merged != common ? "OPS711" : theirs == common || theirs == ours ? "OPS712" : "OPS713";
}
