using System.Globalization;
using OpsRegistry.Bench;

// generate <folder> <records> <records per contract>
switch (args)
{
    case ["generate", var folder, var records, var perContract]:
        new RegistryGenerator(Directory.GetCurrentDirectory(), Directory.CreateDirectory(folder).FullName)
            .Write(int.Parse(records, CultureInfo.InvariantCulture), int.Parse(perContract, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("bench generate <folder> <records> <records per contract>");
        return 2;
}
