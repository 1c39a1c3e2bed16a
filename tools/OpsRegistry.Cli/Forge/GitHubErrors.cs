using Octokit;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Forge;

/// <content>Turns every refusal and failure into one line with a remedy.</content>
internal sealed partial class GitHubForge
{
    private async Task<T> Ask<T>(Operation operation, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiException refused)
        {
            throw errors.Refused(operation, refused.StatusCode, Said(refused), Header(refused, "X-Accepted-GitHub-Permissions"), Limit(refused));
        }
        catch (UnclearAnswerException broken)
        {
            throw errors.Unclear(operation, broken.Message);
        }
        catch (AnswerTooLargeException large)
        {
            throw ForgeErrors.TooLarge(operation, large.Message);
        }
    }

    private static string? Limit(ApiException refused)
    {
        if (Header(refused, "x-ratelimit-remaining") == "0" && long.TryParse(Header(refused, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset < 10_000_000_000)
        {
            return DateTimeOffset.FromUnixTimeSeconds(reset).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        }

        return Header(refused, "Retry-After") is { } seconds ? $"{VisibleText.Show(ForgeText.Shorten(seconds, 40))} s" : null;
    }

    private static string? Header(ApiException refused, string name) =>
        refused.HttpResponse?.Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Said(ApiException refused)
    {
        var details = refused.ApiError?.Errors?.Select(error => string.Join(' ', new[] { error.Field, error.Code, error.Message }.Where(part => !string.IsNullOrEmpty(part)))) ?? [];
        return string.Join("; ", details.Prepend(refused.ApiError?.Message ?? refused.Message).Where(part => part.Length > 0));
    }
}
