using System.Globalization;

namespace OpsRegistry.Bench;

/// <summary>A record with Chinese text and nested lists, about 1,100 bytes; one in a hundred is faulty in one of ten ways. The same numbers give the same text.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Month">The folder of its month, e.g. 2024/03.</param>
/// <param name="Text">The file's text.</param>
internal sealed record GeneratedRecord(string Name, string Month, string Text)
{
    private const int Faulty = 100;

    private static readonly DateOnly FirstDay = new(2023, 1, 3);

    private static readonly string[] Phrases =
    [
        "前置机一块硬盘坏道增多，阵列降级运行", "运营商上联光缆被施工挖断", "数据库连接池耗尽，应用无法登录", "证书即将到期，已更换并重启网关", "批量签章任务积压，队列超过三千条",
        "窗口叫号屏不刷新，重启终端后恢复", "订阅数据延迟，接口返回超时", "磁盘使用率超过百分之九十，清理历史日志", "统一身份认证回调失败，用户反复跳转", "流量切到备用前置机，次日由设备厂商换盘并完成重建",
    ];

    private static readonly (string From, string To)[] Faults =
    [
        ("provenance: sample", "provenance: hearsay"), ("summary: ", "sumary: "), ("+08:00", "Z"), ("spec:\n", "spec:\n  extra: 1\n"), ("apiVersion: ops-registry/v1", "apiVersion: ops-registry/v2"),
        ("metadata:\n", "metadata: &anchor\n"), ("T09:", "T29:"), ("  name: ", "  name: ''\n  names: "), ("\nspec:", "\n\tspec:"), ("-0", "-1"),
    ];

    /// <summary>The record of a number.</summary>
    /// <param name="contract">The contract's name.</param>
    /// <param name="index">The number within the contract, from 0.</param>
    /// <param name="seed">The number within the registry, from 0.</param>
    /// <param name="model">Whose terms the contract has.</param>
    /// <param name="isClean">True where no record is to be faulty.</param>
    public static GeneratedRecord Of(string contract, int index, int seed, ContractModel model, bool isClean)
    {
        // Days go round and round so that a small contract has records of its whole term, and no kind has more than 9,999 in a year.
        var day = FirstDay.AddDays(index * 37 % 1415);
        var kind = index % 3;
        var number = (index / 3 % 9999) + 1;
        var text = kind switch
        {
            0 => Incident(day, seed, model),
            1 => Inspection(day, seed, model),
            _ => Request(day, seed),
        };
        var (title, prefix) = kind switch { 0 => ("Incident", "incident"), 1 => ("Inspection", "inspection"), _ => ("ServiceRequest", "service-request") };
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{day.Year}-{number:0000}");
        var whole = $"apiVersion: ops-registry/v1\nkind: {title}\nmetadata:\n  name: {name}\n  contract: {contract}\n  provenance: sample\n  note: {Phrase(seed, 7)}\nspec:\n{text}";
        return new(name, day.ToString("yyyy'/'MM", CultureInfo.InvariantCulture), !isClean && seed % Faulty == Faulty - 1 ? Spoil(whole, seed / Faulty % Faults.Length) : whole);
    }

    private static string Spoil(string text, int fault) => text.Replace(Faults[fault].From, Faults[fault].To, StringComparison.Ordinal);

    private static string Incident(DateOnly day, int seed, ContractModel model) => $"""
          summary: {Phrase(seed, 1)}
          category: fault
          systems: [{Several(model.Systems, seed, 3)}]
          channel: monitoring
          reportedAt: {At(day, 9, seed % 60)}
          respondedAt: {At(day, 10, seed % 50)}
          arrivedAt: {At(day, 11, seed % 40)}
          restoredAt: {At(day, 14, seed % 30)}
          resolvedAt: {At(day, 16, seed % 20)}
          onSiteNeeded: true
          degradations:
            - from: {At(day, 8, seed % 60)}
              to: {At(day, 12, seed % 30)}
            - from: {At(day, 12, (seed % 30) + 10)}
              to: {At(day, 13, seed % 50)}
          seriousImpact: "no"
          attributable: {(seed % 5 == 0 ? "true" : "false")}
          causeCategory: hardware
          responders: [{model.People[0]}, {model.People[1]}]
          cause: {Phrase(seed, 2)}；{Phrase(seed, 3)}。
          handling: {Phrase(seed, 4)}；{Phrase(seed, 5)}；{Phrase(seed, 6)}。{Phrase(seed, 8)}；{Phrase(seed, 9)}。

        """;

    private static string Inspection(DateOnly day, int seed, ContractModel model) => $"""
          inspectionType: routine
          performedOn: {Day(day)}
          inspector: {model.People[0]}
          systems: [{Several(model.Systems, seed, 2)}]
          databaseIncluded: true
          items:
            - item: 系统功能健康度
              result: abnormal
              advice: {Phrase(seed, 1)}
              outcome: {Phrase(seed, 2)}
            - item: {Phrase(seed, 3)}
              result: normal
            - item: {Phrase(seed, 4)}
              result: normal
            - item: {Phrase(seed, 5)}
              result: normal
            - item: {Phrase(seed, 6)}；{Phrase(seed, 8)}
              result: normal
            - item: {Phrase(seed, 9)}
              result: normal

        """;

    private static string Request(DateOnly day, int seed) => $"""
          summary: {Phrase(seed, 1)}；{Phrase(seed, 2)}；{Phrase(seed, 3)}；{Phrase(seed, 4)}
          requestType: consultation
          requestedAt: {At(day, 9, seed % 60)}
          respondedAt: {At(day, 10, seed % 60)}
          completedAt: {At(day, 15, seed % 60)}

        """;

    private static string Several(IReadOnlyList<string> names, int seed, int apart) => string.Join(", ", new[] { names[seed % names.Count], names[(seed + apart) % names.Count] }.Distinct());

    private static string Phrase(int seed, int place) => string.Create(CultureInfo.InvariantCulture, $"{Phrases[((seed / (place + 1)) + (place * 3)) % Phrases.Length]}（第{seed % 977}号）");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(DateOnly day, int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{Day(day)}T{hour:00}:{minute:00}:00+08:00");
}
