using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Fails with every complaint, one per line, where an assertion on a list would show the first few.</summary>
internal static class Complaints
{
    public static void AssertNone(IEnumerable<string> complaints)
    {
        var all = string.Join('\n', complaints);
        Assert.True(all.Length == 0, all);
    }
}
