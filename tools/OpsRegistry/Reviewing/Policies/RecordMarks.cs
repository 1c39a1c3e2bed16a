using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>What of a record tells whether it was written from what happened or from another record: its times and its words, whatever its kind.</summary>
internal static class RecordMarks
{
    /// <summary>The times that a record gives, from the earliest.</summary>
    public static IReadOnlyList<Located<OffsetDateTime>> TimesOf(Resource record) =>
        record.Kind.Fields.SelectMany(field => field.TimesIn(record.Spec)).OrderBy(time => time.Value.ToInstant()).ToList();

    /// <summary>The minute of a time in Beijing.</summary>
    public static LocalDateTime MinuteOf(OffsetDateTime time)
    {
        var local = BeijingTime.Local(time.ToInstant());
        return local.Date.At(new LocalTime(local.Hour, local.Minute));
    }

    /// <summary>What a record tells in sentences: of an incident its cause and handling, of others every text that is no word of a list, name or number.</summary>
    public static string WordsOf(Resource record) => record.Spec is Incident incident
        ? $"{incident.Cause}{incident.Handling}"
        : string.Concat(record.Kind.Fields.Where(field => field.Type == typeof(string) && field.Words is null && field.References is null).SelectMany(field => field.ValuesIn(record.Spec)).Where(IsTold));

    private static bool IsTold(string text) => text.Any(letter => letter > '\x7f' || letter == ' ');
}
