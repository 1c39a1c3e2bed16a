using OpsRegistry.Samples;
using OpsRegistry.Samples.Writing;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/samples -- <repository root>");
    return 2;
}

var records = PingdingshanYear.Records();
new ContractWriter(args[0], PingdingshanYear.Contract).Write(records);
Console.WriteLine($"{records.Count} records, {records.Sum(record => record.Evidence.Count)} evidence files");
return 0;
