using OpsRegistry.Fuzz;
using SharpFuzz;

// One target a run. Under afl-fuzz inputs come one after the other; with files named, each is read once, as a fixture is.
if (args is not [var name, .. var files] || !FuzzTargets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine($"OpsRegistry.Fuzz {string.Join('|', FuzzTargets.All.Keys)} [file…]");
    return 2;
}

foreach (var file in files)
{
    target(File.ReadAllBytes(file));
}

if (files.Length == 0)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        target(input.ToArray());
    });
}

return 0;
