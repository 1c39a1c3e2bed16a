using System.Globalization;
using OpsRegistry.Bench;

switch (args)
{
    case ["generate", var folder, var records, var perContract]:
        new RegistryGenerator(Directory.GetCurrentDirectory(), Directory.CreateDirectory(folder).FullName)
            .Write(int.Parse(records, CultureInfo.InvariantCulture), int.Parse(perContract, CultureInfo.InvariantCulture));
        return 0;
    case ["measure", var registry, var tool, var peer]:
        new Harness(registry, tool, peer).Run(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("bench generate <folder> <records> <records per contract>\nbench measure <registry> <opsreg.dll> <jsonschema>");
        return 2;
}
