using OpsRegistry.Samples;
using OpsRegistry.Samples.Writing;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/samples -- <repository root>");
    return 2;
}

foreach (var contract in SampleContract.All)
{
    var records = new ContractWriter(args[0], contract).Write();
    Console.WriteLine($"{contract.Name}: {records.Count} records, {records.Sum(record => record.Evidence.Count)} evidence files");
}

return 0;
