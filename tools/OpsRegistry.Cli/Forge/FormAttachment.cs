using System.Net;
using System.Text.RegularExpressions;
using OpsRegistry.Intake;

namespace OpsRegistry.Cli.Forge;

/// <summary>
/// A workbook attached to an issue. The link is text that anybody may have written, so it is followed to the forge's own files of attachments only, without any secret,
/// and whence the forge itself sends it, to the places where that forge keeps them; never more is read than a form may have.
/// </summary>
/// <param name="Address">Where it is.</param>
internal sealed partial record FormAttachment(Uri Address)
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Where github.com keeps attachments; another forge's stand in OPSREG_ATTACHMENT_HOSTS.
    private static readonly string[] StoresOfGitHub =
        ["objects.githubusercontent.com", "github-production-user-asset-6210df.s3.amazonaws.com", "github-production-repository-file-5c1aeb.s3.amazonaws.com"];

    /// <summary>The workbook that an issue's text links to; null where it links to none of the forge's own.</summary>
    /// <param name="server">Where the forge's pages stand.</param>
    /// <param name="repository">Owner and name.</param>
    public static FormAttachment? Find(string body, string server, string? repository) =>
        Link().Matches(body)
            .Select(link => Uri.TryCreate(link.Value, UriKind.Absolute, out var address) ? address : null)
            .Where(address => address is not null && Uri.TryCreate(server, UriKind.Absolute, out var own) && IsTheForges(address, own, repository))
            .Select(address => new FormAttachment(address!))
            .LastOrDefault();

    /// <summary>Reads it.</summary>
    /// <returns>Its bytes, or why there are none.</returns>
    public async Task<(byte[]? Bytes, FormProblem? Complaint)> Download(Func<string, string?> variable)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = true }) { Timeout = Patience };
        var stores = variable("OPSREG_ATTACHMENT_HOSTS") is { Length: > 0 } stated ? stated.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : StoresOfGitHub;
        try
        {
            var at = Address;
            for (var step = 0; step <= MostRedirects; step++)
            {
                using var answer = await client.GetAsync(at, HttpCompletionOption.ResponseHeadersRead);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
                {
                    var target = new Uri(at, next);
                    if (!IsSafe(target) || !(target.Authority == Address.Authority || stores.Contains(target.Host, StringComparer.OrdinalIgnoreCase)))
                    {
                        return (null, Unreachable($"它指向别处（{Reporting.VisibleText.Show(target.Host)}）", $"it leads elsewhere ({Reporting.VisibleText.Show(target.Host)})"));
                    }

                    at = target;
                    continue;
                }

                return answer.StatusCode != HttpStatusCode.OK ? (null, Unreachable($"平台答复 {(int)answer.StatusCode}", $"the forge answered {(int)answer.StatusCode}"))
                    : await ReadUpTo(await answer.Content.ReadAsStreamAsync(), FilledWorkbook.MaximumBytes) is { } bytes ? (bytes, null)
                    : (null, Unreachable($"超过 {FilledWorkbook.MaximumBytes / 1024 / 1024} MB，不是登记表", $"it has more than {FilledWorkbook.MaximumBytes / 1024 / 1024} MB and is no form"));
            }

            return (null, Unreachable("转了太多次", "it is passed on too often"));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, Unreachable("下载没有完成", "the download was not completed"));
        }
    }

    private static FormProblem Unreachable(string zh, string en) => new(
        null,
        new($"议题所附的登记表取不到：{zh}", $"the workbook attached to the issue cannot be had: {en}"),
        new("编辑议题，把填好的 .xlsx 重新拖进来", "edit the issue and drag the filled-in .xlsx into it again"));

    private static bool IsTheForges(Uri address, Uri server, string? repository) =>
        IsSafe(address) && address.Authority == server.Authority && address.Scheme == server.Scheme
        && (address.AbsolutePath.StartsWith("/user-attachments/files/", StringComparison.Ordinal)
            || (repository is not null && address.AbsolutePath.StartsWith($"/{repository}/files/", StringComparison.OrdinalIgnoreCase)));

    private static bool IsSafe(Uri address) => address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static async Task<byte[]?> ReadUpTo(Stream content, int most)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(@"https?://[^\s()<>""\[\]]+\.(xlsx|xls|et|ods|csv)(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
