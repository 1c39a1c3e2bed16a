using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Json;

/// <summary>A decimal as machines read it: exact, without needless zeros.</summary>
/// <param name="Number">The decimal.</param>
[JsonConverter(typeof(ExactJson))]
internal readonly record struct Exact(decimal Number)
{
    /// <summary>The decimal to be written.</summary>
    public static implicit operator Exact(decimal number) => new(number);

    /// <summary>The decimal that was read.</summary>
    public static implicit operator decimal(Exact figure) => figure.Number;
}

/// <summary>A total or an amount as machines read it: two places, no separators.</summary>
/// <param name="Number">The decimal.</param>
[JsonConverter(typeof(TwoPlacesJson))]
internal readonly record struct TwoPlaces(decimal Number)
{
    /// <summary>The decimal to be written.</summary>
    public static implicit operator TwoPlaces(decimal number) => new(number);

    /// <summary>The decimal that was read.</summary>
    public static implicit operator decimal(TwoPlaces figure) => figure.Number;
}

/// <summary>A value that stands in JSON as a string.</summary>
internal abstract class StringJson<T> : JsonConverter<T>
{
    /// <summary>What the string looks like, as a regular expression.</summary>
    public abstract string Pattern { get; }

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value) ? value : throw new JsonException();

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Show(value));

    protected abstract string Show(T value);

    protected abstract bool TryParse(string text, out T value);
}

internal sealed class ExactJson : StringJson<Exact>
{
    public override string Pattern => "^-?[0-9]+(\\.[0-9]+)?$";

    protected override string Show(Exact value) => Assessing.Points.Plain(value.Number);

    protected override bool TryParse(string text, out Exact value)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber;
    }
}

internal sealed class TwoPlacesJson : StringJson<TwoPlaces>
{
    public override string Pattern => "^-?[0-9]+\\.[0-9]{2}$";

    protected override string Show(TwoPlaces value) => Settling.Yuan.Plain(value.Number);

    protected override bool TryParse(string text, out TwoPlaces value)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber;
    }
}

internal sealed class MomentJson : StringJson<Instant>
{
    public override string Pattern => "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?\\+08:00$";

    protected override string Show(Instant value) => Moment.Rfc3339(value);

    protected override bool TryParse(string text, out Instant value)
    {
        var read = OffsetDateTimePattern.Rfc3339.Parse(text);
        value = read.Success ? read.Value.ToInstant() : default;
        return read.Success;
    }
}

internal sealed class DayJson : StringJson<LocalDate>
{
    public override string Pattern => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    protected override string Show(LocalDate value) => Moment.Show(value);

    protected override bool TryParse(string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value);
}
