using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using OpsRegistry.Releasing;

// dotnet run --project tools/OpsRegistry.Releasing -- VERSION [--out FOLDER] [--runtime RID …]
// Builds what a release consists of: the package of a dotnet tool, one file for each system, container file, bill of materials, notices, provenance, checksums.
// What goes into it is restored from the lock files beside this project; --renew-locks writes them anew, to be read before they are committed.
string[] systems = ["linux-x64", "linux-arm64", "win-x64"];
const string Project = "tools/OpsRegistry.Cli/OpsRegistry.Cli.csproj";
if (args is ["--renew-locks"])
{
    foreach (var system in systems.Prepend(null))
    {
        Run(["restore", Project, "-p:ForRelease=true", "-p:RestoreLockedMode=false", "--force-evaluate", "--nologo", "--verbosity", "quiet", .. system is null ? Array.Empty<string>() : [$"-p:RuntimeIdentifier={system}", "-p:SelfContained=true", "-p:PublishReadyToRun=true", "-p:PublishSingleFile=true"]]);
    }

    return 0;
}

var (output, asked, version) = (".artifacts/dist", new List<string>(), "");
for (var index = 0; index < args.Length; index++)
{
    switch (args[index])
    {
        case "--out" when index + 1 < args.Length:
            output = args[++index];
            break;
        case "--runtime" when index + 1 < args.Length && (args[index + 1] == "none" || systems.Contains(args[index + 1])):
            asked.Add(args[++index]);
            break;
        case var word when version.Length == 0 && System.Version.TryParse(word.TrimStart('v').Split('-')[0], out _):
            version = word.TrimStart('v'); // a tag is named v0.2.0
            break;
        default:
            Console.Error.WriteLine($"release: '{args[index]}' is not understood\nusage: tools/release VERSION [--out FOLDER] [--runtime {string.Join('|', systems)}|none]\n       tools/release --renew-locks");
            return 2;
    }
}

if (version.Length == 0)
{
    Console.Error.WriteLine("release: name a version such as 0.2.0");
    return 2;
}

var folder = Directory.CreateDirectory(output).FullName;
Run("pack", Project, "--configuration", "Release", "--output", folder, "--nologo", "--verbosity", "quiet", "-p:ForRelease=true", $"-p:Version={version}", "-p:VersionFromGit=false");
var packages = LinkedPackage.Read(".artifacts/obj/OpsRegistry.Cli/project.assets.json");
File.WriteAllText(Path.Combine(folder, "sbom.cdx.json"), Inventory.WriteBill(packages, version));
File.WriteAllText(Path.Combine(folder, "THIRD-PARTY-NOTICES.txt"), Inventory.WriteNotices(packages));
foreach (var system in asked.Count > 0 ? asked.Where(system => system != "none") : systems)
{
    var publish = Path.Combine(folder, "publish", system);
    Run(
        "publish", Project, "--configuration", "Release", "--runtime", system, "--self-contained", "--output", publish, "--nologo", "--verbosity", "quiet",
        "-p:ForRelease=true", $"-p:Version={version}", "-p:VersionFromGit=false", "-p:PublishSingleFile=true", "-p:IncludeAllContentForSelfExtract=true", "-p:DebugType=none",
        "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true");
    var program = system.StartsWith("win", StringComparison.Ordinal) ? "opsreg.exe" : "opsreg";
    var zip = Path.Combine(folder, $"opsreg-{version}-{system}.zip");
    File.Delete(zip);
    using var archive = ZipFile.Open(zip, ZipArchiveMode.Create);
    foreach (var (file, name) in new[] { (Path.Combine(publish, program), program), ("LICENSE", "LICENSE"), (Path.Combine(folder, "THIRD-PARTY-NOTICES.txt"), "THIRD-PARTY-NOTICES.txt") })
    {
        archive.CreateEntryFromFile(file, name);
    }
}

if (Directory.Exists(Path.Combine(folder, "publish")))
{
    Directory.Delete(Path.Combine(folder, "publish"), recursive: true);
}

File.Copy("tools/Containerfile", Path.Combine(folder, "Containerfile"), overwrite: true);
var commit = Read("git", "rev-parse", "HEAD");
var isClean = commit.Length > 0 && Read("git", "status", "--porcelain", "--untracked-files=no").Length == 0;
File.WriteAllText(Path.Combine(folder, "provenance.json"), Provenance.Write(version, isClean ? commit : null, packages, Digests("provenance.json")));
var sums = Digests().Select(made => $"{made.Sha256}  {made.Name}\n").ToList();
File.WriteAllText(Path.Combine(folder, "SHA256SUMS"), string.Concat(sums));
Console.Write(string.Concat(sums));
return 0;

List<(string Name, string Sha256)> Digests(params string[] without) => Directory.GetFiles(folder).Where(file => Path.GetFileName(file) is var name && name != "SHA256SUMS" && !without.Contains(name)).Order(StringComparer.Ordinal)
    .Select(file => (Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))))).ToList();

static string Read(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var errors = process.StandardError.ReadToEndAsync();
    var text = process.StandardOutput.ReadToEnd().Trim();
    process.WaitForExit();
    errors.Wait();
    return process.ExitCode == 0 ? text : "";
}

static void Run(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false })!;
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        Console.Error.WriteLine($"release: dotnet {arguments[0]} failed");
        Environment.Exit(74);
    }
}
