using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>A result told in full: each value that it holds on a line of its own, so that whatever comes out otherwise is seen, and where.</summary>
internal sealed class InFull
{
    // What a result stands on, or says a second time: told by name or not at all.
    private static readonly HashSet<(Type, string)> LeftOut =
    [
        (typeof(Assessment), nameof(Assessment.Measurement)), (typeof(Assessment), nameof(Assessment.Deductions)), (typeof(Assessment), nameof(Assessment.Scorecard)),
        (typeof(PeriodResult), nameof(PeriodResult.Levels)), (typeof(PeriodResult), nameof(PeriodResult.Run)), (typeof(PeriodResult), nameof(PeriodResult.HasNothingOpen)),
        (typeof(PeriodResult), nameof(PeriodResult.Basis)), (typeof(PeriodResult), nameof(PeriodResult.State)), (typeof(PeriodResult), nameof(PeriodResult.NeedsDecision)),
        (typeof(ContractResult), nameof(ContractResult.Measurement)), (typeof(ContractResult), nameof(ContractResult.Measured)), (typeof(ContractResult), nameof(ContractResult.Settled)), (typeof(TrancheState), nameof(TrancheState.Taken)), (typeof(PeriodBook), nameof(PeriodBook.Facts)), (typeof(PeriodBook), nameof(PeriodBook.Results)),
        (typeof(DueItem), nameof(DueItem.Assessment)), (typeof(Deduction), nameof(Deduction.Why)), (typeof(DueEvaluation), nameof(DueEvaluation.Period)), (typeof(OpenPoint), nameof(OpenPoint.Price)),
        (typeof(ContractSettlement), nameof(ContractSettlement.Deductions)), (typeof(SealedResult), nameof(SealedResult.Seal)), (typeof(Finding), nameof(Finding.Identity)),
    ];

    private readonly StringBuilder told = new();

    /// <summary>A result in lines of places and values; what is absent has no line.</summary>
    public static string Of(object? value)
    {
        var full = new InFull();
        full.Tell("", value);
        return full.told.ToString();
    }

    private void Tell(string place, object? value)
    {
        if (value is null)
        {
            return;
        }

        if (Short(value) is { } words)
        {
            told.Append(place).Append(": ").Append(words.Replace("\n", "⏎", StringComparison.Ordinal)).Append('\n');
        }
        else if (value is IDictionary entries)
        {
            foreach (var key in entries.Keys.Cast<object>().OrderBy(key => Short(key), StringComparer.Ordinal))
            {
                Tell($"{place}[{Short(key)}]", entries[key]);
            }
        }
        else if (value is IEnumerable items)
        {
            foreach (var (number, item) in items.Cast<object?>().Index())
            {
                Tell($"{place}[{number}]", item);
            }
        }
        else if (value is ITuple tuple)
        {
            for (var part = 0; part < tuple.Length; part++)
            {
                Tell($"{place}.{part + 1}", tuple[part]);
            }
        }
        else if (value.GetType() is { IsGenericType: true } lazy && lazy.GetGenericTypeDefinition() == typeof(Lazy<>))
        {
            Tell(place, lazy.GetProperty(nameof(Lazy<>.Value))!.GetValue(value));
        }
        else
        {
            Parts(place, value);
        }
    }

    private void Parts(string place, object value)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (!LeftOut.Contains((property.DeclaringType!, property.Name)) && !LeftOut.Contains((value.GetType(), property.Name)))
            {
                Tell(place.Length == 0 ? property.Name : $"{place}.{property.Name}", property.GetValue(value));
            }
        }

        if (value is PeriodBook book)
        {
            Tell(place + ".Facts", book.Facts.Where(fact => fact.CarriedFrom is not null || fact.Measured.Count > 0));
            Tell(place + ".Results", book.Results);
        }
    }

    /// <summary>What is told in one line; null for what has parts.</summary>
    private static string? Short(object value) => value switch
    {
        string text => text,
        Text text => text.Zh == text.En ? text.En : $"{text.Zh} | {text.En}",
        Fact fact => $"{fact.Resource.Path} counts on {Short(fact.CountsOn)} began {Short(fact.BeganOn)}{Fields(fact)}{(fact.CarriedFrom is { } from ? $" carried from {from}" : "")}{(fact.Before is { } before ? $" before:{Fields(before)}" : "")}",
        TargetResult result => $"{result.Resource.Path} {result.Target.Id} {result.State} {Moment(result.Start)}…{Moment(result.End)} due {Moment(result.Due)} {result.Elapsed?.Completed} {result.Elapsed?.Counted} late {Short(result.DaysLate)} {result.StoppedBy?.Name}{(result.CarriedFrom is { } from ? $" carried from {from}" : "")}",
        Occurrence occurrence => $"{occurrence.Service}/{occurrence.Obligation.Id} {occurrence.Name} {occurrence.Days} {occurrence.State} due {Day(occurrence.Due.Last)} {occurrence.FulfilledBy?.Resource.Name} {occurrence.CalledBy?.Resource.Name}{(occurrence.CarriedFrom is { } from ? $" carried from {from}" : "")}",
        AssessmentPeriod period => $"{period.Id} {Short(period.Number)} {period.Days} {period.IsLast}",
        Resource resource => resource.Path,
        RuleInfo rule => rule.Name,
        Message message => Short(message.Words),
        Kind kind => kind.Name,
        ContractFolder folder => folder.Name,
        Measurement or WorkCalendar => "",
        Instant moment => Moment(moment),
        LocalDate day => Day(day),
        Interval interval => $"{Moment(interval.Start)}…{Moment(interval.End)}",
        Bound bound => bound.GetType().GetProperty("Id") is { } id ? $"{bound.GetType().Name} {id.GetValue(bound)}" : $"{bound.GetType().Name} {NameOf(bound)} at {bound.Place}",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Resource<>) => (string)type.GetProperty("Path")!.GetValue(value)!,
        RecordReference or Place or Amount or DateSpan => value.ToString(),
        IFormattable plain when value is not ITuple => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => null,
    };

    private static string Moment(Instant? moment) => moment is { } known ? NodaTime.Text.InstantPattern.General.Format(known) : "-";

    private static string Day(LocalDate? day) => day is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : "-";

    private static string Fields(Fact fact) => string.Concat(fact.Measured.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $" {field.Key}={string.Join(',', field.Value)}"));

    private static string? NameOf(Bound bound) => (bound.GetType().GetProperty("Key") ?? bound.GetType().GetProperty("Kind"))?.GetValue(bound)?.ToString();
}
