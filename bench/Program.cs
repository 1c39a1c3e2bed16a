using System.Globalization;
using OpsRegistry.Bench;

var repository = Directory.GetCurrentDirectory();
switch (args)
{
    case ["generate", var folder, var records, var perContract, .. var rest] when rest is [] or ["clean"]:
        new RegistryGenerator(repository, Directory.CreateDirectory(folder).FullName, rest is ["clean"]).Write(int.Parse(records, CultureInfo.InvariantCulture), int.Parse(perContract, CultureInfo.InvariantCulture));
        return 0;
    case ["write", var writer, var file, var rows]:
        Ledger.Write(writer, file, int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["measure", var size, .. var rest] when rest is [] or ["gate"]:
        return new Harness(repository, int.Parse(size, CultureInfo.InvariantCulture)).Run(Console.Out, rest is ["gate"]) ? 0 : 1;
    default:
        Console.Error.WriteLine("bench generate <folder> <records> <records of a contract> [clean]\nbench measure <records> [gate]\nbench write ours|spreadcheetah|miniexcel <file> <rows>");
        return 2;
}
