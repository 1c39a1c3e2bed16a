using OpsRegistry.Tests.Rules;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>What a change does to the files of the small registry, in few words.</summary>
internal static class ChangeEdits
{
    public const string Contract = "ops-registry/contracts/example-2026/", Incident = Contract + "records/2026/01/incident-2026-0001.yaml", Inspection = Contract + "records/2026/01/inspection-2026-0001.yaml", Registry = "ops-registry/registry.yaml", Rights = "ops-registry/rights.yaml";
    public const string Vendor = "example-vendor-desk", Bureau = "example-bureau-desk", Maintainer = "example-maintainer";

    public static readonly IReadOnlyDictionary<string, string> Base = Directory.EnumerateFiles(Path.Combine(CaseFolders.Base, "ops-registry"), "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(CaseFolders.Base, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText, StringComparer.Ordinal);

    public static Edit Gone(string path) => new(path, null, null);

    public static Edit Fault(int number, string day, string more = "ticket: T-1") => new($"{Contract}records/2026/01/incident-2026-{number:0000}.yaml", null, FaultText(number, day) + $"  {more}\n");

    public static string FaultText(int number, string day) =>
        $"apiVersion: ops-registry/v1\nkind: Incident\nmetadata: {{name: incident-2026-{number:0000}, contract: example-2026, provenance: sample}}\nspec:\n  summary: 又一次\n  category: fault\n  systems: [portal]\n  channel: phone\n  reportedAt: 2026-01-{day}T09:{number:00}:07+08:00\n  respondedAt: 2026-01-{day}T09:{number + 10}:11+08:00\n  restoredAt: 2026-01-{day}T10:{number:00}:17+08:00\n  attributable: true\n  causeCategory: defect\n";

    /// <summary>A fault with the first moments of its life at the given times.</summary>
    public static Edit Times(params string[] times) => new($"{Contract}records/2026/01/incident-2026-0002.yaml", null,
        $"apiVersion: ops-registry/v1\nkind: Incident\nmetadata: {{name: incident-2026-0002, contract: example-2026, provenance: sample}}\nspec:\n  summary: 又一次\n  category: fault\n  systems: [portal]\n  channel: phone\n  attributable: true\n  causeCategory: defect\n{string.Concat(new[] { "reportedAt", "respondedAt", "restoredAt", "resolvedAt" }.Zip(times, (field, time) => $"  {field}: {time}+08:00\n"))}");

    public static Edit Work(int number, string times, string summary = "换一块磁盘") => new($"{Contract}records/2026/02/change-2026-{number:0000}.yaml", null,
        $"apiVersion: ops-registry/v1\nkind: Change\nmetadata: {{name: change-2026-{number:0000}, contract: example-2026, provenance: sample}}\nspec:\n  summary: {summary}\n  major: true\n  filedAt: 2026-02-19T09:03:09+08:00\n  consentedAt: 2026-02-19T17:04:08+08:00\n  {times}\n  risk: 短时中断\n  rollback: 恢复快照\n  feasibility: 已在测试环境验证\n  resources: 工程师一人\n");

    public static Edit Record(string kind, string number, string month, string spec) => new($"{Contract}records/2026/{month}/{kind}-{number}.yaml", null,
        $"apiVersion: ops-registry/v1\nkind: {string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}\nmetadata: {{name: {kind}-{number}, contract: example-2026, provenance: sample}}\nspec: {spec}\n");

    public static Edit Written(string folder, string kind, string name, string spec) => new($"{Contract}{folder}/{name}.yaml", null, $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata: {{name: {name}, contract: example-2026, provenance: sample}}\nspec: {spec}\n");

    public static Edit Determined(string record) => Written("determinations", "Determination", "determination-2026-0001", $"{{record: {record}, field: attributable, value: false, reason: 经核对, determinedBy: example-review-01, determinedOn: 2026-04-09}}");

    public static Edit Amendment(int number, string change, string? vendor, string? purchaser) => Written("amendments", "Amendment", $"amendment-2026-{number:0000}",
        $"{{record: incident-2026-0001, changes: [{change}], reason: 核对{(vendor is null ? "" : $", vendorConsent: {{by: example-eng-01, on: {vendor}}}")}{(purchaser is null ? "" : $", purchaserConsent: {{by: example-review-01, on: {purchaser}}}")}}}");

    public static Edit Seal(string period, string from, string to) => Written("seals", "Seal", period.ToLowerInvariant(),
        $"{{period: {period}, from: {from}, to: {to}, asOf: {to}T00:00:00+08:00, commit: \"0123456789abcdef0123456789abcdef01234567\", tool: \"0.1.0\", files: 12, root: {new string('a', 64)}, score: \"12.5\", digest: {new string('d', 64)}}}");
}

/// <summary>Words of a file replaced; a whole file with nothing to replace; a file taken away with nothing in its place.</summary>
internal sealed record Edit(string Path, string? Old, string? New)
{
    public FileMode Mode { get; init; } = FileMode.Plain;
}
