using System.CommandLine;
using OpsRegistry.Reporting.Exports;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg export</c>: records and results as typed tables for other programs, in folders by contract and kind.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string>("--out", "--output", "-o") { Description = "写入的文件夹 / the folder to write into", DefaultValueFactory = _ => "export", HelpName = "folder" };
        var format = new Option<string>("--format", "-f") { Description = "文件格式 / format of the files", DefaultValueFactory = _ => "parquet" };
        format.AcceptOnlyFromAmong("parquet", "csv");
        var command = new Verb(
            "export",
            "导出类型化的表，供 DuckDB、Spark、Trino 等读取（表见 ./opsreg help tables） / write typed tables that DuckDB, Spark, Trino and others read (tables: ./opsreg help tables)",
            "./opsreg export --format parquet --out /tmp/tables",
            "./opsreg export pingdingshan-2025 --format csv --out /tmp/csv",
            "./opsreg export --at v1.0 --out /tmp/tables-v1.0")
        {
            Arguments = { contract },
            Options = { format, output, asOf },
        };
        command.SetAction(parse => Run(Session.Open(parse, parse.GetValue(contract)), parse.GetValue(contract), asOf, parse.GetValue(output)!, parse.GetValue(format)!));
        return command;
    }

    private static int Run(Session session, string? contract, Option<string?> asOf, string output, string format)
    {
        var exit = session.ReportUnreadable();
        var parts = FileExports.PartsOf(session.Loaded.Registry).Where(part => contract is null || part.Contract == contract)
            .Concat(session.Results(asOf, contract).SelectMany(ResultExports.PartsOf)).Where(part => part.Rows.Count > 0).ToList();
        var files = Progress.OverAtOnce(session, parts, part => part.PathOf(format), part => (part.PathOf(format), BytesOf(part, format)));
        var written = new OwnedFolder(Path.GetFullPath(output), "export").Write(files);
        session.Output.WriteLine(new Text(
            $"{output}/：{written.Files} 个文件，{written.Changed} 个有变化，删去 {written.Removed} 个旧文件",
            $"{output}/: {written.Files} files, {written.Changed} changed, {written.Removed} old ones removed").In(session.Language));
        return exit;
    }

    private static byte[] BytesOf(ExportPart part, string format)
    {
        if (format == "csv")
        {
            return ReportFiles.Text(writer => ExportCsv.Write(writer, part));
        }

        using var stream = new MemoryStream();
        ExportParquet.Write(stream, part);
        return stream.ToArray();
    }
}
