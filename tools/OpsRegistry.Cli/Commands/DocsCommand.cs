using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Ownership;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg docs</c>: the pages that are generated from code, doc comments, schemas and cases.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "只检查是否过期 / only say which pages are stale" };
        var command = new Verb("docs", "重新生成由代码得出的文档 / write the pages that are generated from code", "./opsreg docs", "./opsreg docs --check")
        {
            Options = { check },
        };
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(check)));
        return command;
    }

    private static int Run(Session session, bool onlyCheck)
    {
        var stale = 0;
        foreach (var (path, bytes) in Pages(session))
        {
            var file = Path.Combine(session.Workspace.Root, path);
            if (onlyCheck ? !File.Exists(file) || !bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file)) : AtomicFile.Write(file, bytes))
            {
                session.Output.WriteLine(path);
                stale++;
            }
        }

        session.Output.WriteSummary((stale, onlyCheck) switch
        {
            (0, _) => new("生成的文件都是最新的", "everything generated is up to date"),
            (_, true) => new($"{stale} 个文件落后", $"behind: {English.Count(stale, "file")}"),
            (_, false) => new($"写了 {stale} 个文件", $"{English.Count(stale, "file")} written"),
        }, session.Language);
        return onlyCheck && stale > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>What the forge is told of owners, wherever the repository has it.</summary>
    private static IEnumerable<(string Path, byte[] Bytes)> Owners(Session session) =>
        CodeOwnersFile.Paths.Where(path => File.Exists(Path.Combine(session.Workspace.Root, path)))
            .Select(path => (path, ReportFiles.Text(output => CodeOwnersFile.Write(output, session.Loaded.Registry, path))));

    private static IEnumerable<(string Path, byte[] Bytes)> Pages(Session session) =>
        // Pages made from code are the tool's own; a registry elsewhere has what its forge reads.
        Directory.Exists(Path.Combine(session.Workspace.Root, "tools")) ? [.. Owners(session), .. OwnPages(session)] : Owners(session);

    private static IEnumerable<(string Path, byte[] Bytes)> OwnPages(Session session)
    {
        yield return ("schemas/README.md", ReportFiles.Text(SchemaIndex.Write));
        yield return (KindLists.CommonSchema, Filled(session, KindLists.CommonSchema, KindLists.InCommonSchema));
        if (File.Exists(Path.Combine(session.Workspace.Root, KindLists.EditorSettings)))
        {
            yield return (KindLists.EditorSettings, Filled(session, KindLists.EditorSettings, KindLists.InEditorSettings));
        }

        yield return (KindPage.Path, ReportFiles.Text(output => KindPage.Write(output, session.Workspace.Schemas())));
        yield return ("docs/placeholders.md", ReportFiles.Text(PlaceholderPage.Write));
        yield return ("docs/tables.md", ReportFiles.Text(TablesPage.Write));
        yield return ("docs/shapes.md", ReportFiles.Text(output => ShapePage.Write(
            output, File.ReadAllText(Path.Combine(session.Workspace.Root, "schemas", ShapePage.SchemaFile)), TextsBelow(session.Workspace.Root, "shapes").ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => file.Value))));
        foreach (var form in IntakeForm.AllOnForge(session.Loaded.Registry, session.Workspace.Schemas()))
        {
            yield return (IssueFormFile.PathOf(form), ReportFiles.Text(output => IssueFormFile.Write(output, form)));
        }

        yield return (RulesetFile.Path, ReportFiles.Text(RulesetFile.Write));
        yield return (OwnershipPage.Path, ReportFiles.Text(output => OwnershipPage.Write(output, session.Loaded.Registry)));
        yield return (LabelsFile.Path, ReportFiles.Text(output => LabelsFile.Write(output, IntakeForm.OnForge)));
        var documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "OpsRegistry.xml"));
        foreach (var (path, text) in RulePages.All(documentation, TextsBelow(session.Workspace.Root, "cases")).Concat(OutputSchemas.Files(documentation)))
        {
            yield return (path, Bytes(text));
        }
    }

    private static byte[] Filled(Session session, string path, Func<string, string> filled) => Bytes(filled(File.ReadAllText(Path.Combine(session.Workspace.Root, path))));

    private static byte[] Bytes(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);

    /// <summary>The texts in a folder under <c>tests</c> by their path below it.</summary>
    private static Dictionary<string, string> TextsBelow(string root, string name)
    {
        var folder = Path.Combine(root, "tests", name);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal)
            : [];
    }
}
