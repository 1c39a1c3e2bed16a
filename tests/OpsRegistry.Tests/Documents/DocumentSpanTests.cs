using NodaTime;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Model;
using OpsRegistry.Templates;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.Documents;

/// <summary>Contract 003 runs from 2025-12-03 to 2026-12-02, in quarters.</summary>
public sealed class DocumentSpanTests
{
    private static readonly Contract Terms = FrozenRegistry.Pingdingshan.Terms;

    [Theory]
    [InlineData("monthly-report", "M1", "[2025-12-03,2026-01-03)", "服务期第 1 个月")]
    [InlineData("monthly-report", "2026-02", "[2026-02-01,2026-03-01)", "2026 年 2 月")]
    [InlineData("monthly-report", "2025-12", "[2025-12-03,2026-01-01)", "2025 年 12 月")]
    [InlineData("quarterly-report", "P2", "[2026-03-03,2026-06-03)", "第 2 考核期（P2）")]
    [InlineData("quarterly-report", "Q2", "[2026-03-03,2026-06-03)", "服务期第 2 季度")]
    [InlineData("quarterly-report", "2026-Q3", "[2026-07-01,2026-10-01)", "2026 年第 3 季度")]
    [InlineData("half-year-report", "2026-H1", "[2026-01-01,2026-07-01)", "2026 年上半年")]
    [InlineData("annual-report", "2026", "[2026-01-01,2026-12-03)", "2026 年")]
    [InlineData("annual-report", "Y1", "[2025-12-03,2026-12-03)", "服务期第 1 年")]
    [InlineData("monthly-report", "2026-01-05..2026-01-20", "[2026-01-05,2026-01-21)", "2026-01-05 至 2026-01-20")]
    public void A_span_is_cut_to_the_term(string kind, string text, string days, string title)
    {
        var span = DocumentSpan.Read(text, Terms, DocumentKind.Named(kind)!);
        Assert.Equal(days, span.Days.ToString());
        Assert.Equal(title, span.Title);
    }

    [Theory]
    [InlineData("monthly-report", "Q1")]
    [InlineData("quarterly-report", "2026-01")]
    [InlineData("monthly-report", "2024-01")]
    [InlineData("monthly-report", "2026-13")]
    [InlineData("monthly-report", "M0")]
    [InlineData("monthly-report", "2026-01-20..2026-01-05")]
    [InlineData("monthly-report", "../../etc")]
    public void What_is_no_span_of_the_kind_is_refused(string kind, string text) =>
        Assert.Throws<UsageException>(() => DocumentSpan.Read(text, Terms, DocumentKind.Named(kind)!));

    [Theory]
    [InlineData("quarterly-report", 2026, 6, 1, "Q1")]
    [InlineData("quarterly-report", 2026, 6, 2, "Q2")]
    [InlineData("monthly-report", 2025, 12, 10, "M1")]
    public void The_latest_span_is_the_last_one_that_is_over(string kind, int year, int month, int day, string name) =>
        Assert.Equal(name, DocumentSpan.Latest(Terms, DocumentKind.Named(kind)!, Instant.FromUtc(year, month, day, 12, 0) + Duration.FromHours(4)).Name);
}
