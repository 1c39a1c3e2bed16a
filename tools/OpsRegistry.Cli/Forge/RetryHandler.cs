using System.Net;

namespace OpsRegistry.Cli.Forge;

/// <summary>
/// Repeats what may be repeated: a question after any failure, anything at all after a refusal for asking too often. A request that writes
/// and ends unclearly becomes an <see cref="UnclearAnswerException"/>, for who asked knows how to look. Answers are read to the end, up to a size.
/// </summary>
internal sealed class RetryHandler(RetryPolicy policy, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = attempt >= policy.Attempts;
            HttpResponseMessage? answer = null;
            string? failure = null;
            try
            {
                answer = await Ask(request, cancellationToken);
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested && broken is HttpRequestException or IOException or OperationCanceledException)
            {
                failure = broken is OperationCanceledException ? "no answer in time" : broken.Message;
            }

            if (answer is not null && await RefusedUntil(request, answer) is { } refused)
            {
                if (last || refused > policy.LongestWait)
                {
                    return answer;
                }

                await policy.Delay(refused > policy.WaitAfter(attempt) ? refused : policy.WaitAfter(attempt), cancellationToken);
            }
            else if (answer is { StatusCode: < HttpStatusCode.InternalServerError } || (answer is not null && last && MayRepeat(request)))
            {
                return answer;
            }
            else if (last || !MayRepeat(request))
            {
                throw new UnclearAnswerException(failure ?? $"{(int)answer!.StatusCode}");
            }
            else
            {
                await policy.Delay(policy.WaitAfter(attempt), cancellationToken);
            }

            answer?.Dispose();
        }
    }

    private static bool MayRepeat(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete;

    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(policy.AnswerWithin);
        var answer = await base.SendAsync(request, patience.Token);
        var body = new MemoryStream();
        await using (var stream = await answer.Content.ReadAsStreamAsync(patience.Token))
        {
            var part = new byte[81920];
            for (int read; (read = await stream.ReadAsync(part, patience.Token)) > 0;)
            {
                if (body.Length + read > policy.MostBytes)
                {
                    throw new AnswerTooLargeException($"more than {policy.MostBytes} bytes");
                }

                body.Write(part, 0, read);
            }
        }

        var whole = new ByteArrayContent(body.ToArray());
        foreach (var header in answer.Content.Headers.Where(header => header.Key is not "Content-Length"))
        {
            whole.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        answer.Content = whole;
        return answer;
    }

    /// <summary>How long the forge asks to wait; null where it does not refuse for asking too often.</summary>
    private async Task<TimeSpan?> RefusedUntil(HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) && !(answer.StatusCode == HttpStatusCode.ServiceUnavailable && MayRepeat(request)))
        {
            return null;
        }

        if (answer.Headers.RetryAfter is { } after)
        {
            return after.Delta ?? (after.Date is { } date ? Positive(date - policy.Now()) : null);
        }

        if (Header(answer, "x-ratelimit-remaining") == "0" &&
            long.TryParse(Header(answer, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset < 10_000_000_000)
        {
            return Positive(DateTimeOffset.FromUnixTimeSeconds(reset) - policy.Now()) + TimeSpan.FromSeconds(1);
        }

        var asksTooOften = answer.StatusCode == HttpStatusCode.TooManyRequests ||
            (answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadAsStringAsync()).Contains("secondary rate limit", StringComparison.OrdinalIgnoreCase));
        return asksTooOften ? TimeSpan.FromMinutes(1) : null;
    }

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
