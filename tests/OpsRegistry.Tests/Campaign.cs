using System.Globalization;
using FsCheck;

namespace OpsRegistry.Tests;

/// <summary>
/// How far tests with made-up inputs go: in <c>./test</c> a fixed number from a fixed seed, in <c>./test --campaign</c> many more, from a seed of their own
/// each round. What was tried is told to the round's list, from which docs/reliability.md counts.
/// </summary>
internal static class Campaign
{
    private static readonly int Factor = Read("OPSREG_CAMPAIGN", 1);

    private static readonly int Round = Read("OPSREG_CAMPAIGN_ROUND", 0);

    /// <summary>True in the campaign, where a test may take larger registries as well.</summary>
    public static bool IsLong => Factor > 1;

    private static readonly Lock Gate = new();

    /// <summary>A number of inputs, as many times over as the campaign asks; told to its list.</summary>
    public static int Inputs(string of, int count)
    {
        var inputs = count * Factor;
        if (Environment.GetEnvironmentVariable("OPSREG_CAMPAIGN_LIST") is { } list)
        {
            lock (Gate)
            {
                File.AppendAllText(list, string.Create(CultureInfo.InvariantCulture, $"{inputs} {of}\n"));
            }
        }

        return inputs;
    }

    /// <summary>A seed: the test's own in round 0, another in each later one.</summary>
    public static int Seed(int own) => own + (Round * 7919);

    /// <summary>A repeatable run of a property.</summary>
    public static Config Properties(string of, int count, int seed) =>
        Config.QuickThrowOnFailure.WithMaxTest(Inputs(of, count)).WithReplay(new Replay(new Rnd((ulong)Seed(seed), 20260303), null));

    private static int Read(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
